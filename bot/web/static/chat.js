// The chat goes on by itself: what is sent goes without a new page, what comes is put in its place.
"use strict";

const room = document.getElementById("room");
const notice = document.getElementById("notice");
const text = document.getElementById("text");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// What was asked, or the first that comes of a tap, goes to the top: it is read from its beginning.
let first = null;
function show(bubble) {
  first ??= bubble;
  room.scrollTo({ top: first.offsetTop - room.offsetTop - 8, behavior: calm.matches ? "auto" : "smooth" });
  clearTimeout(show.over);
  show.over = setTimeout(() => { first = null; }, 5000);
}

function put(id, html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const bubble = holder.content.firstElementChild;
  const before = document.getElementById(id);
  if (before) {
    const place = [...before.querySelectorAll("button, a, input, summary")].indexOf(document.activeElement);
    before.replaceWith(bubble);
    if (place >= 0) bubble.querySelectorAll("button, a, input, summary")[place]?.focus();
  } else {
    room.append(bubble);
    show(bubble);
  }
}

function say(sentence) {
  notice.textContent = sentence;
}

async function send(address, body) {
  const response = await fetch(address, { method: "POST", headers: { "X-Quiet": "1" }, body });
  if (response.ok) say("");
  else if (response.status === 429) say(notice.dataset.tooFast);
  else if (response.status === 401 || response.status === 403) say(notice.dataset.over);
  else say(notice.dataset.lost);
  return response.ok;
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.classList.contains("leave")) return;
  event.preventDefault();
  first = null;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  const typed = form.id === "say" ? text.value : "";
  if (form.id === "say") {
    text.value = "";
    grow();
  }
  const sent = await send(form.action, body).catch(() => say(notice.dataset.lost));
  if (!sent && typed && !text.value) text.value = typed;
});

text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    if (text.value.trim()) text.form.requestSubmit();
  }
});

function grow() {
  text.rows = Math.min(5, Math.max(1, text.value.split("\n").length));
}
text.addEventListener("input", grow);

function listen(after) {
  const news = new EventSource("/chat/news?after=" + after);
  let heard = after;
  news.addEventListener("bubble", (event) => {
    heard = event.lastEventId;
    const { id, html } = JSON.parse(event.data);
    put(id, html);
  });
  news.addEventListener("open", () => { if (notice.textContent === notice.dataset.lost) say(""); });
  news.addEventListener("error", () => {
    // A browser gives up where it is refused; while the bot is away it is asked again.
    if (news.readyState === EventSource.CLOSED) {
      say(notice.dataset.lost);
      setTimeout(() => listen(heard), 5000);
    }
  });
}

listen(room.dataset.stamp);
if (room.lastElementChild) show([...room.querySelectorAll(".mine")].pop() ?? room.lastElementChild);
first = null;
text.focus({ preventScroll: true });
