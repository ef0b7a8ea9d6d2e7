// Keeps counts up to date while the page is looked at: one small question, 304 when nothing has changed.
const EVERY = 20_000;

export function pulse() {
  const meta = document.querySelector("meta[name=pulse]");
  if (!meta) return;
  const main = document.querySelector("[data-pulse-address]");
  const address = main?.dataset.pulseAddress ?? meta.content;
  let stamp = main?.dataset.pulseStamp;
  let tag = "";
  let asked = 0;
  let over = false;

  async function ask() {
    if (over || document.visibilityState !== "visible" || Date.now() - asked < 1000) return;
    asked = Date.now();
    let answer;
    try {
      answer = await fetch(address, { headers: { Accept: "application/json", "Regatta-By-Itself": "1", ...(tag && { "If-None-Match": tag }) }, cache: "no-store" });
    } catch {
      return; // no connection: the next beat tries again
    }
    if (answer.status === 401) return signedOut();
    if (answer.status !== 200) return;
    tag = answer.headers.get("ETag") ?? "";
    const now = await answer.json();
    for (const place of document.querySelectorAll("[data-pulse]")) {
      const text = now.texts[place.dataset.pulse];
      if (text !== undefined && place.textContent !== text) place.textContent = text;
    }
    for (const bar of document.querySelectorAll("[data-pulse-bar]")) {
      const { done, whole } = now.bars[bar.dataset.pulseBar] ?? {};
      if (whole === undefined) continue;
      bar.max = whole;
      bar.value = done;
    }
    const news = document.querySelector("[data-pulse-news]");
    if (news && stamp && now.stamp !== stamp) news.hidden = false;
  }

  // Never leaves the page: something may be typed in it.
  function signedOut() {
    over = true;
    const note = document.createElement("div");
    note.className = "rg-note rg-note--wait m-3";
    note.setAttribute("role", "alert");
    note.dataset.signedOut = "";
    note.textContent = meta.dataset.wordsOut;
    document.querySelector("main")?.before(note);
  }

  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
  addEventListener("focus", ask);
}
