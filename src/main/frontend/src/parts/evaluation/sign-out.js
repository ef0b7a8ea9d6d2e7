// Whoever signs out leaves nothing of theirs in this browser: what has not reached the server is shown first. What somebody
// else left here stays theirs: it is neither shown nor removed.
import { all } from "./copies.js";
import * as texts from "../texts.js";

const person = document.querySelector("meta[name=person]")?.content ?? "";

document.querySelectorAll("form[action$='/sign-out']").forEach((form) =>
  form.addEventListener("submit", (event) => {
    const home = form.getAttribute("action").replace(/\/sign-out$/, "");
    const go = (page) => {
      event.preventDefault();
      setTimeout(() => delete form.dataset.sent);
      location.assign(home + page);
    };
    if (all().some((copy) => copy.person === person)) return go("/evaluations?unsent");
    const [project] = texts.projects();
    if (!project) return;
    const page = "/projects/" + project + "/write";
    if (location.pathname !== home + page) return go(page); // which sends it
    if (confirm(form.dataset.wordsUnsent)) {
      texts.forget(project);
      document.dispatchEvent(new Event("textforgotten"));
    } else {
      event.preventDefault();
      setTimeout(() => delete form.dataset.sent);
    }
  })
);
