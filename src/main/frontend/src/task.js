// The form of a task: form-js shows it, the server checks it under the same schema, drafts are kept while one types.
import { createForm } from "@bpmn-io/form-js-viewer";

const $ = (selector) => document.querySelector(selector);
const host = $("[data-task-form]");

const said = (words, ...values) => values.reduce((text, value, at) => text.replace(`{${at}}`, value), words);

function headers() {
  const all = { "Content-Type": "application/json", Accept: "application/json, application/problem+json" };
  const name = $("meta[name=csrf-header]");
  if (name) all[name.content] = $("meta[name=csrf-token]").content;
  return all;
}

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

function answersOf(form) {
  const data = form.submit().data;
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined && value !== ""));
}

function drafts(form, words) {
  const place = $("[data-saved]");
  let timer = 0;
  let dirty = false;
  let keeps = true;
  const typed = () =>
    Object.fromEntries(Object.entries(form._getState().data).filter(([, value]) => value !== null && value !== undefined && value !== ""));
  let kept = JSON.stringify(typed());
  const show = (text, mood, icon) => {
    place.className = "rg-saved" + (mood ? " rg-saved--" + mood : "");
    const mark = document.createElement("i");
    mark.className = "ti " + icon;
    mark.setAttribute("aria-hidden", "true");
    place.replaceChildren(mark, document.createTextNode(text));
  };
  async function save() {
    if (!dirty || !keeps) return;
    dirty = false;
    const answers = JSON.stringify(typed());
    try {
      const reply = await fetch(host.dataset.draft, { method: "POST", headers: headers(), body: answers });
      if (!reply.ok) throw new Error(String(reply.status));
      kept = answers;
      keeps = (await reply.json()).kept;
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" });
      if (keeps) show(said(words.wordsSaved, time.format(new Date())), "", "ti-cloud-check");
    } catch {
      dirty = true;
      show(words.wordsUnsaved, "bad", "ti-cloud-off");
      timer = setTimeout(save, 10000);
    }
  }
  form.on("changed", () => {
    if (JSON.stringify(typed()) === kept) return; // form-js also says so when it has only checked or shown something
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, 1500);
  });
  addEventListener("beforeunload", (event) => {
    if (dirty && keeps) event.preventDefault();
  });
  return () => {
    dirty = false;
    clearTimeout(timer);
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
    const reply = await fetch(host.dataset.complete, { method: "POST", headers: headers(), body: JSON.stringify(answersOf(form)) });
    const body = await reply.json().catch(() => ({}));
    if (reply.ok) {
      settled();
      location.assign(body.next);
      return;
    }
    markFields(form, body.findings ?? []);
    problem(body.detail ?? body.title ?? words.wordsOffline, body.findings ?? []);
  } catch {
    problem(words.wordsOffline, []);
  }
  button.disabled = false;
}

if (host) {
  const words = host.dataset;
  const button = $("[data-complete]:not(.rg-form)");
  createForm({ container: host, schema: JSON.parse(words.schema), data: JSON.parse(words.answers) }).then((form) => {
    speak(form, words);
    if (comma !== ".") writeCommas(form);
    const settled = drafts(form, words);
    button.disabled = false;
    button.addEventListener("click", () => complete(form, words, button, settled));
    form.on("submit", (event) => event.preventDefault?.());
  });
}
