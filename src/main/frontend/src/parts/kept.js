// What is typed into a long form stays in this browser until the server has it: an ended sign-in, a pager or a closed lid
// lose nothing. A form says by data-kept-at on which page it is shown again; fields are known by their names there.
import * as texts from "./texts.js";

const SILENT = ["hidden", "file", "password", "submit", "button"];

/** The fields by name, those of one name counted. */
function fieldsOf(form) {
  const seen = {};
  const fields = [...form.elements].filter((field) => field.name && !SILENT.includes(field.type));
  return new Map(fields.map((field) => [field.name + "#" + (seen[field.name] = (seen[field.name] ?? -1) + 1), field]));
}

const isChoice = (field) => field.type === "checkbox" || field.type === "radio";
const now = (field) => (isChoice(field) ? field.checked : field.value);

/** As the server sent it. */
function sent(field) {
  if (isChoice(field)) return field.defaultChecked;
  if (!field.options) return field.defaultValue;
  return ([...field.options].find((one) => one.defaultSelected) ?? field.options[0])?.value;
}

function put(field, value) {
  if (isChoice(field)) field.checked = value;
  else field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** What is unsaved at a place; submitted: the names of what was just sent from there, null after the answer. */
function store(place, entries, submitted = null) {
  if (entries.length) texts.keep(place, { fields: Object.fromEntries(entries), submitted });
  else texts.forget(place);
}

function keep(form) {
  const place = texts.ofForm(form.dataset.keptAt);
  const fields = fieldsOf(form);
  const note = document.querySelector("[data-kept]");
  let leaving = false;
  let dropped = false;
  const was = texts.kept(place);
  const differs = (key) => was.fields[key] !== now(fields.get(key));
  // what the server has just refused or shown, it sends back: that is as unsaved as what was typed since
  const unsaved = new Set(Object.keys(was?.fields ?? {}).filter((key) => fields.has(key) && (was.submitted?.includes(key) || differs(key))));
  const left = () => [...fields].filter(([key, field]) => unsaved.has(key) || now(field) !== sent(field));

  function remember(sending = null) {
    // of other pages of the same list too
    const others = Object.entries(texts.kept(place)?.fields ?? {}).filter(([key]) => !fields.has(key));
    store(place, [...others, ...left().map(([key, field]) => [key, now(field)])], sending);
  }

  const restored = [...unsaved].filter(differs);
  restored.forEach((key) => put(fields.get(key), was.fields[key]));
  if (was) remember();
  if (note && restored.length) note.hidden = false;
  note?.querySelector("button").addEventListener("click", () => {
    dropped = true;
    texts.forget(place);
    location.reload();
  });
  form.addEventListener("input", () => remember());
  form.addEventListener("change", () => remember());
  form.addEventListener("submit", () => {
    leaving = true;
    remember([...fields.keys()]);
  });
  addEventListener("pageshow", () => (leaving = false));
  document.addEventListener("textforgotten", () => (dropped = true));
  addEventListener("beforeunload", (event) => {
    if (!leaving && !dropped && left().length) event.preventDefault();
  });
}

// The page that says "done" is the answer to what was sent.
if (document.querySelector("[data-done]")) {
  for (const place of texts.places().filter(texts.isOfForm)) {
    const { fields, submitted } = texts.kept(place) ?? {};
    if (submitted) store(place, Object.entries(fields).filter(([key]) => !submitted.includes(key)));
  }
}
document.querySelectorAll("form[data-kept-at]").forEach(keep);
