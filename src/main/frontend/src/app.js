// Behaviour every page shares. Everything here only adds comfort: the pages work without it.
import { keysOn, onKeys, turnKeys } from "./parts/keys.js";
import { pulse } from "./parts/pulse.js";
import "./parts/evaluation/sign-out.js";
import "./parts/findings.js";
import "./parts/kept.js";
import "./parts/reached.js";

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
    // a listener after this one may have kept the form here
    setTimeout(() => event.defaultPrevented && atRest([form], [button]));
  })
);
function atRest(forms, buttons) {
  forms.forEach((form) => delete form.dataset.sent);
  buttons.forEach((button) => button?.removeAttribute("aria-busy"));
}
addEventListener("pageshow", () => atRest($$("form[data-sent]"), $$("[aria-busy]")));

// A field with a button of its own inside a larger form: Enter there presses that button, not the form's first one.
$$("[data-enter]").forEach((field) =>
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    document.getElementById(field.dataset.enter).click();
  })
);

// Countdown by the server's clock: the page says what time it was there when it was made.
const skew = Number($("meta[name=server-time]")?.content ?? Date.now()) - Date.now();
const relative = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "always" });
function countDown() {
  for (const place of $$("[data-left]")) {
    const minutes = Math.floor((Number(place.dataset.left) - (Date.now() + skew)) / 60000);
    if (minutes < 0) place.textContent = place.dataset.passed;
    else if (minutes >= 2880) place.textContent = relative.format(Math.floor(minutes / 1440), "day");
    else if (minutes >= 120) place.textContent = relative.format(Math.floor(minutes / 60), "hour");
    else place.textContent = relative.format(Math.max(1, minutes), "minute");
  }
}
if ($("[data-left]")) {
  countDown();
  setInterval(countDown, 30000);
}

// Dialogs that ask before what cannot be undone; the link itself opens the same page with the dialog in it.
$$("[data-opens]").forEach((link) => {
  const dialog = document.getElementById(link.dataset.opens);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (dialog.open) dialog.close();
    dialog.showModal();
  });
});
// A link that acts as a button is pressed by the space bar too.
document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches?.("a[role=button]")) return;
  event.preventDefault();
  event.target.click();
});
$$("dialog [data-close]").forEach((way) =>
  way.addEventListener("click", (event) => {
    event.preventDefault();
    way.closest("dialog").close();
  })
);
$$("dialog[open]").forEach((dialog) => {
  dialog.close();
  dialog.showModal();
});

// A toast leaves after ten seconds, or when its act can no longer be taken back; not while it is read or reached by Tab.
$$("[data-toast]").forEach((toast) => {
  const until = toast.dataset.until ? Number(toast.dataset.until) - (Date.now() + skew) : 10_000;
  if (until <= 0) return toast.remove();
  const leave = () => (toast.matches(":hover, :focus-within") ? setTimeout(leave, 1000) : toast.remove());
  setTimeout(leave, Math.min(10_000, until));
});

// Lists and next acts by key.
const rows = $$("[data-row]").map((row) => $("a.rg-title", row)).filter(Boolean);
function step(by) {
  if (!rows.length) return;
  const at = rows.findIndex((link) => link.closest("[data-row]").contains(document.activeElement));
  rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by))].focus();
}
const bindings = {};
if (rows.length) {
  bindings.j = () => step(1);
  bindings.k = () => step(-1);
  bindings.o = () => document.activeElement?.closest("[data-row]")?.querySelector("a.rg-title")?.click();
}
$$("[data-key]").forEach((act) => (bindings[act.dataset.key] ??= () => act.click()));
if ($("#keyhelp")) bindings["?"] = () => $("#keyhelp").showModal();
if (Object.keys(bindings).length) onKeys(bindings);
$$("[data-keys-switch]").forEach((button) => {
  const show = () => (button.textContent = keysOn() ? button.dataset.wordsOff : button.dataset.wordsOn);
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    turnKeys(!keysOn());
    show();
  });
});

$$("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});

pulse();
