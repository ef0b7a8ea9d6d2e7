// Behaviour every page shares. Everything here only adds comfort: the pages work without it.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

$$("[data-theme-toggle]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    const root = document.documentElement;
    root.dataset.bsTheme = root.dataset.bsTheme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.bsTheme);
    } catch {
      /* storage may be closed: the choice then lasts for this page */
    }
    document.dispatchEvent(new Event("themechange"));
  });
});

// Disclosures that hold an act: Escape closes, focus returns; only one is open at a time.
$$("details.rg-act").forEach((act) => {
  act.addEventListener("toggle", () => {
    if (act.open) $$("details.rg-act[open]").forEach((other) => other !== act && (other.open = false));
  });
  act.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !act.open) return;
    act.open = false;
    $("summary", act).focus();
  });
});

// A form is sent once, and says that it is being sent.
$$("form[method=post]").forEach((form) =>
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    const button = event.submitter;
    if (button) button.setAttribute("aria-busy", "true");
  })
);
addEventListener("pageshow", () => $$("form[data-sent]").forEach((form) => delete form.dataset.sent));

// Countdown by the server's clock: the page says what time it was there when it was made.
const skew = Number($("meta[name=server-time]")?.content ?? Date.now()) - Date.now();
const words = $$("[data-left]");
function countDown() {
  for (const place of words) {
    const left = Number(place.dataset.left) - (Date.now() + skew);
    if (left <= 0) {
      place.textContent = place.dataset.passed;
      continue;
    }
    const minutes = Math.floor(left / 60000);
    const parts = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
    const units = ["day", "hour", "minute"];
    const shown = parts
      .map((value, at) => [value, units[at]])
      .filter(([value], at) => value > 0 || (at === 2 && minutes === 0))
      .slice(0, 2)
      .map(([value, unit]) => new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, unitDisplay: "short" }).format(value));
    place.textContent = place.dataset.phrase.replace("{0}", shown.join(" "));
  }
}
if (words.length) {
  countDown();
  setInterval(countDown, 30000);
}
