// Single keys: outside text fields only, never with a modifier, and only while they are turned on.
import { keysOn, turnKeys } from "../keys.js";

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

const isText = (element) => element?.closest?.("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])");

/** The criterion that is at work: the one with focus, else the first without an answer, else the first. */
export function current(form) {
  const focused = document.activeElement?.closest?.("[data-criterion]");
  if (focused) return focused;
  const all = $$("[data-criterion]", form);
  return all.find((field) => !$("input:checked", field) && !$("input[type=text]", field)?.value && !$("textarea", field)) ?? all[0];
}

export function focus(field) {
  const target = $("input[type=radio]:checked", field) ?? $("input, textarea", field);
  target?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "nearest" });
}

/** Moves to the criterion before or after; beyond the last, to the comment. */
export function move(form, from, by) {
  const all = $$("[data-criterion]", form);
  const to = all[all.indexOf(from) + by];
  if (to) focus(to);
  else if (by > 0) $("#comment", form).focus();
}

function digit(form, key) {
  const field = current(form);
  if (!field) return false;
  if (field.dataset.look === "number") {
    const input = $("input[type=text]", field);
    input.focus();
    input.select();
    return false; // the key itself is then typed there
  }
  if (field.dataset.look === "text") return false;
  const radios = $$("input[type=radio]", field);
  const wanted = field.dataset.look === "scale" ? (key === "0" ? ["0", "10"] : [key]) : null;
  const radio = wanted
    ? radios.find((one) => wanted.includes(one.value))
    : radios[key === "0" ? 9 : Number(key) - 1];
  if (!radio) return true;
  radio.checked = true;
  radio.dispatchEvent(new Event("input", { bubbles: true }));
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  // on to what is scored next; a score is no wish to write, so texts are passed over
  const all = $$("[data-criterion]", form);
  const next = all.slice(all.indexOf(field) + 1).find((one) => one.dataset.look !== "text");
  if (next) focus(next);
  else radio.focus();
  return true;
}

/** acts: by key; each returns nothing. */
export function listen(form, acts) {
  const overlay = $("#keys");
  const box = $("[data-keys-on]");
  if (box) {
    box.checked = keysOn();
    box.addEventListener("change", () => turnKeys(box.checked));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form && !$("dialog[open]")) {
      event.preventDefault();
      acts.submit();
      return;
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && form && isText(event.target) && !$("dialog[open]")) {
      event.target.blur();
      return;
    }
    if (isText(event.target) || $("dialog[open]")) return;
    if (event.key === "?" && overlay) {
      event.preventDefault();
      overlay.showModal();
      return;
    }
    if (!keysOn()) return;
    if (/^\d$/.test(event.key) && form) {
      if (digit(form, event.key)) event.preventDefault();
      return;
    }
    const act = acts[event.key.toLowerCase()];
    if (act && !event.shiftKey) {
      event.preventDefault();
      act();
    }
  });
  $$("[data-help]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => overlay.showModal());
  });
}
