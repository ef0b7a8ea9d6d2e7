// Whoever signs out leaves nothing of theirs in this browser: what has not reached the server is shown first. What somebody
// else left here stays theirs: it is neither shown nor removed.
import { all } from "./copies.js";
import * as texts from "../texts.js";

const person = document.querySelector("meta[name=person]")?.content ?? "";

function firstTime(place) {
  try {
    const shown = sessionStorage.getItem("regatta.shown") === place;
    sessionStorage.setItem("regatta.shown", place);
    return !shown;
  } catch {
    return false; // storage may be closed
  }
}

document.querySelectorAll("form[action$='/sign-out']").forEach((form) =>
  form.addEventListener("submit", (event) => {
    const home = form.getAttribute("action").replace(/\/sign-out$/, "");
    const go = (page) => {
      event.preventDefault();
      location.assign(home + page);
    };
    if (all().some((copy) => copy.person === person)) return go("/evaluations?unsent");
    const waiting = texts.places();
    if (!waiting.length) return;
    const page = texts.pageOf(waiting[0]);
    // the page sends it; where it cannot, or is no longer to be had, its writer decides
    if (location.pathname !== home + page && firstTime(waiting[0])) return go(page);
    if (confirm(form.dataset.wordsUnsent)) {
      waiting.forEach(texts.forget);
      document.dispatchEvent(new Event("textforgotten"));
    } else {
      event.preventDefault();
    }
  })
);
