// Reads and writes the fields of an evaluation.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

export const fields = (form) => $$("[data-criterion]", form);

const fieldOf = (form, key) => fields(form).find((one) => one.dataset.criterion === key);

export function answerOf(field) {
  const chosen = $("input[type=radio]:checked", field);
  if (chosen) return chosen.value;
  return $("input[type=text], textarea", field)?.value ?? "";
}

const comma = new Intl.NumberFormat(document.documentElement.lang).format(1.5)[1];

/** A number with the reader's decimal sign, as the fields show it. */
const asTyped = (number) => String(number).replace(/^(-?\d+)\.(\d+)$/, `$1${comma}$2`);

/** What is typed and chosen; numbers with a point, whatever they were typed with. */
export function read(form) {
  const scores = {};
  for (const field of fields(form)) {
    const answer = answerOf(field);
    if (answer.trim() === "") continue;
    scores[field.dataset.criterion] =
      field.dataset.look === "number" && /^\s*[+-]?\d*,\d+\s*$/.test(answer) ? answer.trim().replace(",", ".") : answer;
  }
  return { scores, comment: $("#comment", form).value };
}

export function write(form, { scores, comment }) {
  for (const field of fields(form)) {
    const answer = scores[field.dataset.criterion] ?? "";
    const radios = $$("input[type=radio]", field);
    radios.forEach((radio) => (radio.checked = radio.value === String(answer)));
    const text = $("input[type=text], textarea", field);
    if (text) text.value = field.dataset.look === "number" ? asTyped(answer) : answer;
  }
  $("#comment", form).value = comment;
}

/** Whether two readings say the same, however the server writes numbers. */
export function same(one, other) {
  return written(one) === written(other);
}

function written({ scores, comment }) {
  const entries = Object.entries(scores)
    .map(([key, value]) => [key, normal(value)])
    .filter(([, value]) => value.trim() !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([entries, comment]);
}

function normal(value) {
  const text = String(value);
  const number = /^\s*([+-]?)0*(\d+)(?:\.(\d*?)0*)?\s*$/.exec(text);
  return number ? (number[1] === "-" ? "-" : "") + number[2] + (number[3] ? "." + number[3] : "") : text;
}

/** An answer in words. */
export function inWords(form, key, value, words) {
  if (value === undefined || value === "") return words.nothing;
  const field = fieldOf(form, key);
  if (field?.dataset.look === "yesNo") return value === "yes" ? words.yes : words.no;
  const radio = field && $$("input[type=radio]", field).find((one) => one.value === String(value));
  const label = radio?.closest("label").querySelector("span.rg-grow")?.textContent;
  return label ?? (["number", "scale"].includes(field?.dataset.look) ? asTyped(value) : String(value));
}

export function labelOf(form, key) {
  return $("legend span", fieldOf(form, key) ?? form)?.textContent ?? key;
}

/** Everything as a text to copy. */
export function asText(form, typed, words) {
  const lines = Object.entries(typed.scores).map(([key, value]) => `${labelOf(form, key)}: ${inWords(form, key, value, words)}`);
  if (typed.comment) lines.push("", `${words.comment}:`, typed.comment);
  return lines.join("\n");
}
