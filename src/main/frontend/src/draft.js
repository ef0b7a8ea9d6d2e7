// A draft is kept while it is typed: on the server, and in this browser when the server cannot be reached.
import { expired, leavesToSignIn } from "./parts/expired.js";
import { SignedOut, ask } from "./parts/server.js";
import * as texts from "./parts/texts.js";

const form = document.querySelector("[data-draft]");
const place = document.querySelector("[data-saved]");
const words = form.dataset;
const version = form.elements.version;
const NAMES = ["title", "summary", "category", "country"];
const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
const PAUSE = 10_000;
let timer = 0;
let sending = false;
let dirty = false;
let held = false; // two texts are on the page and the person has not chosen yet

const typed = () => Object.fromEntries(NAMES.map((name) => [name, form.elements[name].value]));
const say = (text, kind = "") => {
  place.className = "rg-saved" + (kind && " rg-saved--" + kind);
  place.textContent = text;
};

function local(values, submitted = false) {
  if (values) texts.keep(words.project, { ...values, version: Number(version.value), submitted });
  else texts.forget(words.project);
}

function mark(findings) {
  for (const name of NAMES) {
    const field = form.elements[name];
    const said = document.getElementById(name + "-says");
    const finding = findings.find((one) => one.place === name);
    field.classList.toggle("is-invalid", Boolean(finding));
    field.toggleAttribute("aria-invalid", Boolean(finding));
    said.dataset.hint ??= said.textContent;
    said.textContent = finding ? finding.message + " " + finding.remedy : said.dataset.hint;
    said.className = "m-0 mt-1 " + (finding ? "rg-wrong-field" : "form-hint");
  }
}

function twoTexts(theirs) {
  held = true;
  const box = document.querySelector("[data-theirs]");
  box.querySelector("[data-their-title]").textContent = theirs.title;
  box.querySelector("[data-their-summary]").textContent = theirs.summary;
  box.dataset.version = theirs.version;
  box.hidden = false;
  box.focus();
}

async function keep() {
  clearTimeout(timer);
  if (sending || held || !dirty) return;
  sending = true;
  dirty = false;
  say(words.wordsSaving, "busy");
  const values = typed();
  let again = 1000; // for what is typed meanwhile
  let answer;
  try {
    answer = await ask(words.keep, { body: { ...values, version: Number(version.value) } });
    const told = await answer.json().catch(() => ({}));
    expired(false);
    if (answer.ok) {
      version.value = told.version;
      mark([]);
      local(null);
      say(words.wordsSaved.replace("{0}", clock.format(new Date())));
    } else if (answer.status === 409 && told.theirs) {
      local(values);
      twoTexts(told.theirs);
      say(words.wordsUnsaved, "local");
    } else if (answer.status === 422 && told.findings) {
      local(values);
      mark(told.findings);
      say(words.wordsWrong, "bad");
    } else {
      dirty = true;
      local(values);
      say(told.detail ?? words.wordsUnsaved, "bad");
      again = mayPass(answer) ? wait(answer) : 0;
    }
  } catch (failure) {
    dirty = true;
    local(values);
    expired(failure instanceof SignedOut);
    say(words.wordsUnsaved, "local");
    again = PAUSE;
  } finally {
    sending = false;
  }
  if (!dirty || !again) return;
  clearTimeout(timer);
  timer = setTimeout(keep, again);
}

/** Whether a busy server may take the same text later. */
const mayPass = (answer) => answer.status >= 500 || answer.status === 429;
const wait = (answer) => Math.max(PAUSE, 1000 * (Number(answer.headers.get("Retry-After")) || 0));

form.addEventListener("input", () => {
  dirty = true;
  clearTimeout(timer);
  timer = setTimeout(keep, 1200);
});
addEventListener("online", keep);
form.addEventListener("submit", () => {
  dirty = false;
  local(typed(), true); // the session may have ended: then this is the only copy; the page after the save forgets it
});
document.addEventListener("textforgotten", () => {
  clearTimeout(timer);
  dirty = held = false;
});
addEventListener("beforeunload", (event) => {
  if ((dirty || held) && !(leavesToSignIn() && texts.kept(words.project))) event.preventDefault();
});

document.querySelector("[data-keep-mine]").addEventListener("click", () => {
  const box = document.querySelector("[data-theirs]");
  if (box.dataset.version) version.value = box.dataset.version;
  box.hidden = true;
  held = false;
  dirty = true;
  keep();
});
document.querySelector("[data-take-theirs]").addEventListener("click", () => {
  held = false;
  dirty = false;
  local(null);
});

// What the server never got is put back into the form and sent again.
const kept = texts.kept(words.project);
const now = typed();
if (!kept || NAMES.every((name) => kept[name] === now[name])) {
  local(null);
} else {
  for (const name of NAMES) form.elements[name].value = kept[name] ?? "";
  say(words.wordsRestored, "local");
  dirty = true;
  if (kept.version === Number(version.value)) timer = setTimeout(keep, 500);
  else twoTexts({ ...now, version: Number(version.value) });
}
