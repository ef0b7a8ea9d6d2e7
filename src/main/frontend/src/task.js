// The form of a task: form-js shows it, the server checks it under the same schema, drafts are kept while one types.
import { createForm } from "@bpmn-io/form-js-viewer";
import { expired } from "./parts/expired.js";
import { SignedOut, ask } from "./parts/server.js";
import * as texts from "./parts/texts.js";

const $ = (selector) => document.querySelector(selector);
const host = $("[data-task-form]");

const said = (words, ...values) => values.reduce((text, value, at) => text.replace(`{${at}}`, value), words);

// form-js speaks English only; the two messages our forms can give are replaced by the page's own words.
function speak(form, words) {
  const validator = form.get("validator");
  const original = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (instance, value) =>
    original(instance, value).map((message) => {
      const { min, max } = form.get("formFieldRegistry").get(instance.id)?.validate ?? {};
      if (/required/i.test(message)) return words.wordsRequired;
      if (/minimum value|maximum value/i.test(message) && min !== undefined && max !== undefined) {
        return said(words.wordsBetween, asTyped(min), asTyped(max));
      }
      return message;
    });
}

const comma = new Intl.NumberFormat(document.documentElement.lang).format(1.5)[1];
const asTyped = (text) => String(text).replace(".", comma);

// form-js takes both decimal signs and writes a point: where readers write a comma, its fields do too. It reads a field's
// value when it draws and when somebody types, and takes a comma for a point.
function writeCommas(form) {
  const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  const numbers = () => host.querySelectorAll(".fjs-form-field-number input:not([data-comma])");
  const teach = () =>
    numbers().forEach((input) => {
      input.dataset.comma = "yes";
      Object.defineProperty(input, "value", { get: () => own.get.call(input), set: (text) => own.set.call(input, asTyped(text)) });
      input.value = own.get.call(input);
    });
  teach();
  form.on("changed", () => requestAnimationFrame(teach));
}

function problem(title, findings) {
  const box = $("[data-problem]");
  $("[data-problem-title]").textContent = title;
  $("[data-problem-list]").replaceChildren(
    ...findings.map((finding) => {
      const line = document.createElement("li");
      line.textContent = [finding.message, finding.remedy].filter(Boolean).join(" ");
      return line;
    })
  );
  box.hidden = false;
  box.focus();
}

// Findings of the server go to their fields; those without a field stay in the list above.
function markFields(form, findings) {
  const errors = {};
  for (const field of form.get("formFieldRegistry").getAll()) {
    const own = findings.filter((finding) => finding.place === field.key || finding.place === "answers." + field.key);
    if (own.length) errors[field.id] = own.map((finding) => finding.message + " " + finding.remedy);
  }
  form._setState({ errors });
}

const given = (answers) =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null && value !== undefined && value !== ""));

/** Keeps what is typed: in this browser at once, and on the server where the task keeps drafts. */
function drafts(form, words, restored) {
  const line = $("[data-saved]");
  const place = texts.ofTask(words.task);
  let timer = 0;
  let dirty = false;
  let here = false; // this browser has it
  let keeps = true; // the server does too
  const typed = () => given(form._getState().data);
  let known = JSON.stringify(typed());
  const show = (text, mood, icon) => {
    line.className = "rg-saved" + (mood ? " rg-saved--" + mood : "");
    const mark = document.createElement("i");
    mark.className = "ti " + icon;
    mark.setAttribute("aria-hidden", "true");
    line.replaceChildren(mark, document.createTextNode(text));
  };
  const showHere = (text) => show(here ? text : words.wordsUnsaved, here ? "local" : "bad", "ti-cloud-off");
  async function save() {
    if (!dirty || !keeps) return;
    dirty = false;
    const answers = typed();
    try {
      const reply = await ask(words.draft, { body: answers });
      if (!reply.ok) throw new Error(String(reply.status));
      keeps = (await reply.json()).kept;
      expired(false);
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" });
      if (!keeps) return showHere(words.wordsHere);
      if (!dirty) texts.forget(place);
      show(said(words.wordsSaved, time.format(new Date())), "", "ti-cloud-check");
    } catch (failure) {
      dirty = true;
      expired(failure instanceof SignedOut);
      showHere(words.wordsWaits);
      clearTimeout(timer);
      timer = setTimeout(save, 10000);
    }
  }
  const changed = (pause) => {
    const now = JSON.stringify(typed());
    if (now === known) return; // form-js also says so when it has only checked or shown something
    known = now;
    here = texts.keep(place, typed());
    dirty = true;
    if (!keeps) return showHere(words.wordsHere);
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };
  form.on("changed", () => changed(1500));
  addEventListener("beforeunload", (event) => {
    if (dirty && !here) event.preventDefault();
  });
  document.addEventListener("textforgotten", () => {
    clearTimeout(timer);
    dirty = false;
  });
  if (restored) {
    here = dirty = true;
    showHere(words.wordsRestored);
    timer = setTimeout(save, 500);
  }
  return () => {
    dirty = false;
    clearTimeout(timer);
    texts.forget(place);
  };
}

async function complete(form, words, button, settled) {
  const { errors } = form.submit();
  if (Object.keys(errors).length) {
    const first = $(".fjs-has-errors :is(input, textarea, select, button)");
    problem(words.wordsInvalid, []);
    if (first) first.focus();
    return;
  }
  button.disabled = true;
  try {
    const reply = await ask(words.complete, { body: given(form.submit().data) });
    expired(false);
    const body = await reply.json().catch(() => ({}));
    if (reply.ok) {
      settled();
      location.assign(body.next);
      return;
    }
    markFields(form, body.findings ?? []);
    problem(body.detail ?? body.title ?? words.wordsOffline, body.findings ?? []);
  } catch (failure) {
    const out = failure instanceof SignedOut;
    expired(out, true);
    if (!out) problem(words.wordsOffline, []);
  }
  button.disabled = false;
}

if (host) {
  const words = host.dataset;
  const button = $("[data-complete]:not(.rg-form)");
  const stored = JSON.parse(words.answers);
  // what the server never got goes back into the form
  const kept = texts.kept(texts.ofTask(words.task));
  createForm({ container: host, schema: JSON.parse(words.schema), data: { ...stored, ...kept } }).then((form) => {
    speak(form, words);
    if (comma !== ".") writeCommas(form);
    const settled = drafts(form, words, Boolean(kept));
    button.disabled = false;
    button.addEventListener("click", () => complete(form, words, button, settled));
    form.on("submit", (event) => event.preventDefault?.());
  });
}
