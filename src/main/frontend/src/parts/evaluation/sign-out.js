// Whoever signs out leaves nothing in this browser: what has not reached the server is shown first.
import { all } from "./copies.js";

document.querySelectorAll("form[action$='/sign-out']").forEach((form) =>
  form.addEventListener("submit", (event) => {
    if (all().length === 0) return;
    event.preventDefault();
    setTimeout(() => delete form.dataset.sent);
    location.assign(form.getAttribute("action").replace(/\/sign-out$/, "/evaluations?unsent"));
  })
);
