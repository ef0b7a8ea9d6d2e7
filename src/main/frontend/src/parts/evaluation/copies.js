// What was typed, kept in this browser until the server has it: one copy per person, assignment and window.
const PREFIX = "regatta.draft.";

function store() {
  try {
    return window.localStorage;
  } catch {
    return null; // storage may be closed; the page then warns before it is left
  }
}

function windowName() {
  try {
    const known = sessionStorage.getItem("regatta.window");
    if (known) return known;
    const fresh = Math.random().toString(36).slice(2, 10);
    sessionStorage.setItem("regatta.window", fresh);
    return fresh;
  } catch {
    return "only";
  }
}

const name = (person, assignment) => `${PREFIX}${person}.${assignment}.${windowName()}`;

/** Keeps a copy; false where the browser has no room. */
export function keep(person, assignment, copy) {
  try {
    store().setItem(name(person, assignment), JSON.stringify({ ...copy, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

export function forget(person, assignment) {
  store()?.removeItem(name(person, assignment));
}

/** All copies of an assignment, this window's first, then the latest. */
export function copies(person, assignment) {
  return all().filter((one) => one.person === person && one.assignment === assignment)
    .sort((a, b) => (b.key === name(person, assignment)) - (a.key === name(person, assignment)) || b.copy.at - a.copy.at);
}

export function all() {
  const kept = store();
  if (!kept) return [];
  return Object.keys(kept)
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => {
      const [person, assignment] = key.slice(PREFIX.length).split(".");
      try {
        return [{ key, person, assignment, copy: JSON.parse(kept.getItem(key)) }];
      } catch {
        return [];
      }
    });
}

export function remove(key) {
  store()?.removeItem(key);
}
