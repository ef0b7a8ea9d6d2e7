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

function keep(form) {
  const place = texts.ofForm(form.dataset.keptAt);
  const fields = fieldsOf(form);
  const note = document.querySelector("[data-kept]");
  let sending = false;
  let dropped = false;
  const was = texts.kept(place);
  const differs = (key) => was.fields[key] !== now(fields.get(key));
  // what the server has just refused or shown, it sends back: that is as unsaved as what was typed since
  const unsaved = new Set(Object.keys(was?.fields ?? {}).filter((key) => fields.has(key) && (was.submitted || differs(key))));
  const left = () => [...fields].filter(([key, field]) => unsaved.has(key) || now(field) !== sent(field));

  function remember(submitted) {
    // of other pages of the same list too
    const others = Object.entries(texts.kept(place)?.fields ?? {}).filter(([key]) => !fields.has(key));
    const all = Object.fromEntries([...others, ...left().map(([key, field]) => [key, now(field)])]);
    if (Object.keys(all).length) texts.keep(place, { fields: all, submitted });
    else texts.forget(place);
  }

  const restored = [...unsaved].filter(differs);
  restored.forEach((key) => put(fields.get(key), was.fields[key]));
  if (was) remember(false);
  if (note && restored.length) note.hidden = false;
  note?.querySelector("button").addEventListener("click", () => {
    dropped = true;
    texts.forget(place);
    location.reload();
  });
  form.addEventListener("input", () => remember(false));
  form.addEventListener("change", () => remember(false));
  form.addEventListener("submit", () => {
    sending = true;
    remember(true);
  });
  addEventListener("pageshow", () => (sending = false));
  document.addEventListener("textforgotten", () => (dropped = true));
  addEventListener("beforeunload", (event) => {
    if (!sending && !dropped && left().length) event.preventDefault();
  });
}

// The page that says "done" is the answer to what was sent.
if (document.querySelector("[data-done]")) {
  for (const place of texts.places()) if (texts.isOfForm(place) && texts.kept(place)?.submitted) texts.forget(place);
}
document.querySelectorAll("form[data-kept-at]").forEach(keep);
