// Single-letter keys: outside text fields only, and off where a person turned them off (WCAG 2.1.4).
const STORED = "regatta.keys";

export function keysOn() {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true; /* storage may be closed */
  }
}

export function turnKeys(on) {
  try {
    localStorage.setItem(STORED, on ? "on" : "off");
  } catch {
    /* lasts for this page only */
  }
}

const writes = (place) => place instanceof HTMLElement && (place.isContentEditable || place.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [role=textbox]"));

/** Calls bindings[key] for a single key pressed outside text fields while keys are on. */
export function onKeys(bindings) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || writes(event.target)) return;
    const act = bindings[event.key];
    if (!act || (event.key !== "?" && !keysOn())) return;
    if (document.querySelector("dialog[open]:modal")) return;
    event.preventDefault();
    act(event);
  });
}
