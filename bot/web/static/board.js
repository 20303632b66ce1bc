// The board goes on by itself; of what is new a screen reader hears the latest question, not everything again.
"use strict";

const board = document.getElementById("board");
const latest = document.getElementById("latest");

let heard = board.querySelector(".asked")?.textContent ?? "";

function listen() {
  const news = new EventSource(board.dataset.news);
  news.addEventListener("board", (event) => {
    const { html, latest: newest } = JSON.parse(event.data);
    board.innerHTML = html;
    latest.classList.add("hidden");
    if (newest && newest !== heard) latest.textContent = latest.dataset.words.replace("{question}", newest);
    heard = newest;
  });
  news.addEventListener("error", () => {
    latest.textContent = board.dataset.stopped;
    latest.classList.remove("hidden");
    // A browser gives up where it is refused.
    if (news.readyState === EventSource.CLOSED) setTimeout(listen, 10000);
  });
}

listen();
