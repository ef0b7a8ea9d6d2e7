// Texts of projects kept in this browser until the server has them: one per person and project, read by nobody else.
const PREFIX = "regatta.text.";

const person = () => document.querySelector("meta[name=person]")?.content ?? "";
const name = (project) => PREFIX + person() + "." + project;

/** Keeps a text; without effect where the browser keeps nothing. */
export function keep(project, text) {
  try {
    localStorage.setItem(name(project), JSON.stringify(text));
  } catch {
    /* storage may be closed or full: the page then warns before it is left */
  }
}

export function forget(project) {
  try {
    localStorage.removeItem(name(project));
  } catch {
    /* nothing was kept */
  }
}

/** What is kept of a project; null for nothing. */
export function kept(project) {
  try {
    return JSON.parse(localStorage.getItem(name(project)) ?? "null");
  } catch {
    return null;
  }
}

/** The projects of which this person's text is kept. */
export function projects() {
  try {
    const own = name("");
    return Object.keys(localStorage).filter((key) => key.startsWith(own)).map((key) => key.slice(own.length));
  } catch {
    return [];
  }
}
