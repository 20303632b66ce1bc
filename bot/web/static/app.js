// Telegram puts what it says of who opens a Mini App behind the # of the address; the server judges it.
"use strict";

const opening = document.getElementById("opening");
const said = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");

// Telegram shows its own waiting picture until a Mini App says that it is there.
function tellTelegram(eventType) {
  if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(eventType, "{}");
  else if (window.external && "notify" in window.external) window.external.notify(JSON.stringify({ eventType, eventData: {} }));
  else if (window.parent !== window) {
    window.parent.postMessage(JSON.stringify({ eventType, eventData: {} }), "https://web.telegram.org");
  }
}

async function enter() {
  tellTelegram("web_app_ready");
  if (!said) {
    opening.textContent = opening.dataset.outside;
    return;
  }
  try {
    const response = await fetch("/class/app", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ initData: said, class: opening.dataset.class }),
    });
    if (!response.ok) opening.textContent = opening.dataset.refused;
    else {
      tellTelegram("web_app_expand");
      location.replace((await response.json()).to);
    }
  } catch {
    opening.textContent = opening.dataset.lost;
  }
}

enter();
