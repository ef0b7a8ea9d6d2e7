// The juror's evaluation: saves while one writes, keeps what cannot be sent, asks where two versions meet.
import * as copies from "./parts/evaluation/copies.js";
import * as keys from "./parts/evaluation/keys.js";
import { ask } from "./parts/evaluation/both.js";
import { post, standing } from "./parts/evaluation/answers.js";
import { answerOf, asText, fields, read, same, write } from "./parts/evaluation/sheet.js";
import { problem as wrong, total } from "./parts/evaluation/total.js";

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const said = (text, ...values) => values.reduce((sentence, value, at) => sentence.replace(`{${at}}`, value), text);
const now = () => Date.now() + skew;
const skew = Number($("meta[name=server-time]")?.content ?? Date.now()) - Date.now();
const PAUSE = 1000;

const form = $("[data-evaluation]");
const place = form ?? $("[data-read]");
const words = Object.fromEntries(
  Object.entries($("[data-words]")?.dataset ?? {})
    .filter(([name]) => name.startsWith("say"))
    .map(([name, text]) => [name[3].toLowerCase() + name.slice(4), text])
);
const { person, assignment, base } = place?.dataset ?? {};

let version = Number(place?.dataset.version ?? 0);
let saved = form ? read(form) : null;
let unanswered = [];
let closed = false;
let leaving = false;
let asking = false;
let running = null;
let timer = 0;
let tries = 0;
let submitted = false;

const typed = () => read(form);
const dirty = () => Boolean(form) && !same(typed(), saved);

function show(text, mood = "", icon = "ti-cloud-check") {
  const line = $("[data-saved]");
  if (!line) return;
  line.className = "rg-saved" + (mood ? " rg-saved--" + mood : "");
  const mark = document.createElement("i");
  mark.className = "ti " + icon;
  mark.setAttribute("aria-hidden", "true");
  line.replaceChildren(mark, document.createTextNode(text));
}

function trouble(title, text, { signIn = false, copy = false, focus = false } = {}) {
  const box = $("[data-trouble]");
  $("[data-trouble-title]").textContent = title;
  $("[data-trouble-text]").textContent = text;
  $("[data-trouble-sign-in]").hidden = !signIn;
  $("[data-copy]").hidden = !copy;
  box.hidden = false;
  if (focus) box.focus();
}

const calm = () => ($("[data-trouble]").hidden = true);

function keepCopy() {
  const kept = copies.keep(person, assignment, { ...(form ? { ...typed(), version } : {}), ...note.copy(), title: $("h1").textContent });
  if (!kept) show(words.unsaved, "bad", "ti-cloud-off");
}

function forgetCopy() {
  if (!dirty() && !note.dirty()) copies.forget(person, assignment);
}

// ---- saving -------------------------------------------------------------------------------------------------------

function later(wait = PAUSE) {
  clearTimeout(timer);
  timer = setTimeout(save, wait);
}

function changed() {
  if (closed) return;
  showTotal();
  // back at what is stored: the copy holds what was typed in between
  if (!dirty() && !running) return forgetCopy();
  keepCopy();
  show(words.saving, "busy", "ti-loader");
  later();
}

/** Sends what is not sent; whether the server has everything afterwards. */
async function save() {
  clearTimeout(timer);
  while (running) await running;
  if (closed || asking) return !dirty();
  if (!dirty()) {
    forgetCopy();
    return true;
  }
  const sending = typed();
  show(words.saving, "busy", "ti-loader");
  running = post(base + "/draft", { ...sending, version });
  const { kind, body } = await running;
  running = null;
  if (kind === "ok") {
    settle(body, sending);
    if (dirty()) later();
    else show(said(words.saved, body.at));
    return !dirty();
  }
  return refused(kind, body, sending, save);
}

function settle(stored, content) {
  version = stored.version;
  saved = content;
  unanswered = [];
  tries = 0;
  if (!closed) calm();
  forgetCopy();
}

/** What to do when something was not taken; again is called when it may be taken after all. */
function refused(kind, body, sending, again) {
  keepCopy();
  if (kind === "changed") {
    // an answer that got lost on its way: what is stored is what this page has sent
    if (unanswered.some((one) => same(one, body.stored))) {
      settle(body.stored, { scores: body.stored.scores, comment: body.stored.comment });
      return again();
    }
    choose(body.stored);
  } else if (kind === "closed") {
    close(body.detail);
  } else if (kind === "gone") {
    close(words.goneText);
  } else if (kind === "expired") {
    show(words.local, "local", "ti-device-floppy");
    trouble(words.expiredTitle, words.expiredText, { signIn: true, copy: true });
  } else if (kind === "invalid") {
    show(words.refused, "bad", "ti-cloud-off");
    trouble(words.failedTitle, (body.findings ?? []).map((one) => `${one.message} ${one.remedy}`).join(" ") || body.detail || "", { copy: true });
  } else {
    unanswered.push(sending);
    show(words.local, "local", "ti-cloud-off");
    tries += 1;
    later(Math.min(30000, 1000 * 2 ** Math.min(tries, 5)));
  }
  return false;
}

function choose(stored) {
  asking = true;
  show(words.local, "local", "ti-git-compare");
  const theirs = { scores: stored.scores, comment: stored.comment, at: stored.at };
  $("#both").addEventListener("close", () => (asking = false), { once: true });
  ask(form, typed(), theirs, words, (chosen) => {
    asking = false;
    write(form, chosen);
    settle(stored, { scores: stored.scores, comment: stored.comment });
    showTotal();
    keepCopy();
    save().then((done) => done && show(said(words.saved, stored.at)));
  });
}

/** Nothing can be saved any more: what was typed stays to be read and copied. */
function close(text) {
  closed = true;
  clearTimeout(timer);
  $$("dialog[open]").forEach((dialog) => dialog.close());
  $$("input[type=radio]", form).forEach((radio) => (radio.disabled = true));
  $$("input[type=text], textarea", form).forEach((field) => (field.readOnly = true));
  $$("button", form).forEach((button) => (button.disabled = true));
  form.classList.add("rg-rubric--closed");
  if (dirty()) keepCopy();
  show(dirty() ? words.unsaved : words.refused, "bad", "ti-lock");
  trouble(words.closedTitle, text, { copy: true, focus: true });
}

// ---- the total and what is missing --------------------------------------------------------------------------------

const criteria = form ? JSON.parse(form.dataset.rubric) : [];
const digits = (text, most) => new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: most, useGrouping: false }).format(Number(text));
const exact = (text) => {
  const comma = new Intl.NumberFormat(document.documentElement.lang).format(1.5)[1];
  return text.replace(".", comma).replace("-", "−");
};

function showTotal() {
  if (!form) return;
  const result = total(criteria, typed().scores);
  const figure = $("[data-total]");
  if (!figure) return;
  figure.textContent = result.total === null ? "–" : digits(result.total, 2);
  const left = $("[data-remaining]");
  left.textContent = result.open === 0 ? words.remainingNone : result.open === 1 ? words.remainingOne : said(words.remainingMany, result.open);
  const weights = result.parts.filter((part) => part.worth !== null).reduce((sum, part) => sum + part.weight, 0n);
  const terms = result.parts.map((part) => {
    if (part.worth === null) return "?";
    const share = exact(String(Number((part.weight * 10000n) / weights) / 100));
    const worth = exact(part.worth);
    if (result.oneScale) return `${worth} × ${share} %`;
    const low = exact(part.lowest);
    return `(${worth} − ${low}) ÷ (${exact(part.highest)} − ${low}) × 100 × ${share} %`;
  });
  $("[data-sum]").textContent = terms.join(" + ") + (result.total === null ? "" : " = " + exact(result.total));
}

function mark(field, text) {
  const line = $("[data-missing]", field);
  line.textContent = text;
  line.hidden = !text;
  field.classList.toggle("rg-criterion--missing", Boolean(text));
  $$("input, textarea", field).forEach((one) => (text ? one.setAttribute("aria-invalid", "true") : one.removeAttribute("aria-invalid")));
}

function complaint(field, criterion) {
  const answer = answerOf(field);
  if (answer.trim() === "") return criterion.required ? words.missing : "";
  if (field.dataset.look !== "number") return "";
  const kind = wrong(criterion, answer);
  if (kind === "number") return words.number;
  if (kind === "range") return said(words.range, exact(criterion.lowest), exact(criterion.highest));
  return kind === "step" ? said(words.step, exact(criterion.step)) : "";
}

/** The first field that keeps the evaluation from being handed in. */
function firstWrong() {
  const found = fields(form).filter((field, at) => {
    const text = complaint(field, criteria[at]);
    mark(field, text);
    return text;
  });
  return found[0];
}

async function submit() {
  if (closed || asking || submitted) return;
  const first = firstWrong();
  if (first) {
    keys.focus(first);
    first.scrollIntoView({ block: "center" });
    return;
  }
  await note.save();
  clearTimeout(timer);
  while (running) await running;
  if (closed || asking) return;
  const button = $("[data-submit]");
  button.disabled = true;
  const sending = typed();
  const { kind, body } = await post(base + "/submit", { ...sending, version });
  button.disabled = closed;
  if (kind === "ok" || (kind === "closed" && body.reason === "ALREADY_SUBMITTED" && unanswered.length)) {
    submitted = leaving = true;
    saved = sending;
    copies.forget(person, assignment);
    location.assign(kind === "ok" ? body.next : base);
    return;
  }
  if (kind === "invalid") {
    for (const finding of body.findings ?? []) {
      const field = fields(form).find((one) => [`scores.${one.dataset.criterion}`, one.dataset.criterion].includes(finding.place));
      if (field) mark(field, `${finding.message} ${finding.remedy}`);
    }
  }
  refused(kind, body, sending, submit);
  if (["offline", "failed", "busy"].includes(kind)) trouble(words.offlineTitle, words.offlineText, { copy: true, focus: true });
}

// ---- private notes ------------------------------------------------------------------------------------------------

const note = (() => {
  const area = $("[data-note]");
  let stored = area?.value ?? "";
  let at = Number(area?.dataset.version ?? 0);
  let wait = 0;
  let underway = null;
  const isDirty = () => Boolean(area) && area.value !== stored;
  async function send() {
    clearTimeout(wait);
    while (underway) await underway;
    if (!isDirty()) return true;
    const sending = area.value;
    underway = post(base + "/note", { text: sending, version: at });
    const { kind, body } = await underway;
    underway = null;
    if (kind !== "ok") {
      if (kind === "expired") trouble(words.expiredTitle, words.expiredText, { signIn: true, copy: Boolean(form) });
      if (kind === "offline" || kind === "failed") wait = setTimeout(send, 5000);
      return false;
    }
    at = body.version;
    if (body.text !== sending && area.value === sending) area.value = body.text;
    stored = body.text;
    if (area.value === stored) forgetCopy();
    $("[data-note-saved]").textContent = words.noteSaved;
    return true;
  }
  area?.addEventListener("input", () => {
    $("[data-note-saved]").textContent = "";
    keepCopy();
    clearTimeout(wait);
    wait = setTimeout(send, PAUSE);
  });
  return {
    dirty: isDirty,
    save: send,
    copy: () => (isDirty() ? { note: area.value, noteVersion: at } : {}),
    restore: (copy) => {
      if (copy.note === undefined || copy.note === stored) return;
      area.value = copy.note;
      at = copy.noteVersion;
      $("[data-note-fold]").open = true;
      send();
    },
    open: () => {
      if (!area) return;
      $("[data-note-fold]").open = true;
      area.focus();
    },
  };
})();

// ---- what this browser kept ---------------------------------------------------------------------------------------

function leftOver(key, copy) {
  const panel = $("[data-left-over]");
  const text = $("[data-left-over-text]");
  const lines = form
    ? asText(form, copy, words)
    : [...Object.entries(copy.scores).map(([key, value]) => `${shown().labels[key] ?? key}: ${value}`), "", copy.comment].join("\n");
  text.textContent = lines.trim();
  panel.hidden = false;
  $("[data-forget-left-over]").addEventListener("click", () => {
    copies.remove(key);
    panel.hidden = true;
  });
  $("[data-copy-left-over]").addEventListener("click", () => clipboard(text.textContent));
}

/** What a page that cannot be written shows, to compare with. */
function shown() {
  return JSON.parse($("[data-read]")?.dataset.stored ?? "null");
}

function restore() {
  let taken = false;
  for (const { key, copy } of copies.copies(person, assignment)) {
    note.restore(copy);
    if (!copy.scores) continue;
    if (!form) {
      const stored = shown();
      if (stored && same(copy, stored)) copies.remove(key);
      else leftOver(key, copy);
    } else if (same(copy, typed())) {
      copies.remove(key);
    } else if (taken) {
      leftOver(key, copy);
    } else if (copy.version === version) {
      taken = true;
      write(form, copy);
      copies.remove(key);
      keepCopy();
      show(words.restored, "local", "ti-device-floppy");
      later(0);
    } else {
      taken = true;
      const stored = { ...typed(), version, at: "" };
      write(form, copy);
      copies.remove(key);
      keepCopy();
      choose(stored);
    }
  }
}

async function clipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    $("[data-copied]").textContent = words.copied;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    $("[data-copied]").textContent = words.copied;
  }
}

// ---- ways around ---------------------------------------------------------------------------------------------------

async function go(link) {
  if (!link) return;
  const done = (await save()) && (await note.save());
  if (!done && !closed) return trouble(words.offlineTitle, words.offlineText, { copy: true, focus: true });
  leaving = true;
  location.assign(link.href);
}

function passing() {
  const ends = Number(form?.dataset.ends || 0);
  const wait = ends - now();
  if (!ends || wait > 2 ** 31 - 1) return;
  if (wait > 3000) setTimeout(save, wait - 2000);
  setTimeout(look, Math.max(0, wait) + 300);
}

/** How things stand on the server: closed meanwhile, a new deadline, saved by another device. */
async function look() {
  if (!form || closed || asking || leaving || running) return;
  const state = await standing(base + "/standing");
  if (!state || closed || asking || leaving || running) return;
  if (state.obstacle) {
    const { kind, body } = await post(base + "/draft", { ...typed(), version });
    if (kind === "closed" || kind === "gone") refused(kind, body, typed(), look);
  } else if (state.version !== version && !dirty() && !note.dirty()) {
    leaving = true;
    location.reload();
  }
}

function dialogs() {
  $$("form[data-leaving]").forEach((asked) => {
    const reason = $("textarea", asked);
    reason.addEventListener("input", () => reason.setCustomValidity(reason.value.trim() || !reason.value ? "" : words.reason));
    asked.addEventListener("submit", () => {
      leaving = true; // the next page forgets the copy: the server may not take this
    });
  });
}

function unsent() {
  const panel = $("[data-unsent]");
  const list = copies.all().filter((one) => one.person === panel.dataset.person);
  if (!list.length) return;
  panel.hidden = false;
  $("[data-unsent-list]").replaceChildren(
    ...list.map(({ assignment: id, copy }) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.className = "rg-title";
      link.dir = "auto";
      link.href = "/evaluations/" + id;
      link.textContent = copy.title || id;
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }).format(new Date(copy.at));
      line.append(link, document.createTextNode(" · " + time));
      return line;
    })
  );
  $("[data-forget-all]").addEventListener("click", () => {
    list.forEach(({ key }) => copies.remove(key));
    panel.hidden = true;
  });
}

function step(button) {
  const field = button.closest("[data-criterion]");
  const criterion = criteria[fields(form).indexOf(field)];
  const input = $("input", field);
  const size = Number(criterion.step || 1);
  const value = input.value.trim() === "" ? null : Number(input.value.replace(",", "."));
  const lowest = Number(criterion.lowest);
  const highest = Number(criterion.highest);
  const next = value === null || Number.isNaN(value) ? (Number(button.dataset.step) > 0 ? lowest : highest) : value + size * Number(button.dataset.step);
  input.value = exact(String(Math.round(Math.min(highest, Math.max(lowest, next)) * 1e6) / 1e6)).replace("−", "-");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

function wire() {
  form.addEventListener("input", (event) => {
    const field = event.target.closest("[data-criterion]");
    if (field && !$("[data-missing]", field).hidden) mark(field, complaint(field, criteria[fields(form).indexOf(field)]));
    changed();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !event.target.matches("input")) return;
    event.preventDefault();
    keys.move(form, event.target.closest("[data-criterion]"), 1);
  });
  $$("[data-step]", form).forEach((button) => button.addEventListener("click", () => step(button)));
  $("[data-save]").addEventListener("click", (event) => {
    event.preventDefault();
    saveNow();
  });
  addEventListener("online", () => save());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
  $$("[data-copy]").forEach((button) => button.addEventListener("click", () => clipboard(asText(form, typed(), words))));
  showTotal();
  passing();
}

async function saveNow() {
  if (!dirty() && version > 0) return;
  if (!(await save()) && !closed && !asking) later();
}

if (place) {
  dialogs();
  if (form) wire();
  restore();
  $$("[data-go]").forEach((link) =>
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(link);
    })
  );
  addEventListener("beforeunload", (event) => {
    if (!leaving && !closed && (dirty() || note.dirty())) event.preventDefault();
  });
  keys.listen(form, {
    j: () => go($("[data-go=next]")),
    k: () => go($("[data-go=previous]")),
    s: saveNow,
    c: () => form && $("#comment").focus(),
    o: () => note.open(),
    n: () => form && keys.move(form, keys.current(form), 1),
    p: () => form && keys.move(form, keys.current(form), -1),
    u: () => $("[data-undo]")?.click(),
    submit,
  });
}
$("[data-undo]")?.form.addEventListener("submit", () => (leaving = !dirty()));
if ($("[data-unsent]")) {
  unsent();
  keys.listen(null, { u: () => $("[data-undo]")?.click() });
}
