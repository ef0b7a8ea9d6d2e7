// Texts kept in this browser until the server has them: one per person and place, read by nobody else. A place is the id of
// a project, that of a task behind its mark, or the address of a form behind its own.
const PREFIX = "regatta.text.";
const TASK = "task:";
const FORM = "form:";

const person = () => document.querySelector("meta[name=person]")?.content ?? "";
const name = (place) => PREFIX + person() + "." + place;

export const ofTask = (task) => TASK + task;

export const ofForm = (address) => FORM + address;
export const isOfForm = (place) => place.startsWith(FORM);

/** The page where the text of a place is written. */
export function pageOf(place) {
  if (isOfForm(place)) return place.slice(FORM.length);
  return place.startsWith(TASK) ? "/tasks/" + place.slice(TASK.length) : "/projects/" + place + "/write";
}

/** Keeps a text; false where the browser keeps nothing. */
export function keep(place, text) {
  try {
    localStorage.setItem(name(place), JSON.stringify(text));
    return true;
  } catch {
    return false; // storage may be closed or full: the page then warns before it is left
  }
}

export function forget(place) {
  try {
    localStorage.removeItem(name(place));
  } catch {
    /* nothing was kept */
  }
}

/** What is kept of a place; null for nothing. */
export function kept(place) {
  try {
    return JSON.parse(localStorage.getItem(name(place)) ?? "null");
  } catch {
    return null;
  }
}

/** The places of which this person's text is kept. */
export function places() {
  try {
    const own = name("");
    return Object.keys(localStorage).filter((key) => key.startsWith(own)).map((key) => key.slice(own.length));
  } catch {
    return [];
  }
}
