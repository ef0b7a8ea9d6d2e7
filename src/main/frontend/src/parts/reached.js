// The page after an act of which the server says that it has reached it: what this browser has kept for it is not needed any more.
import * as copies from "./evaluation/copies.js";
import * as texts from "./texts.js";

const id = document.querySelector("[data-reached]")?.dataset.reached;
if (id) {
  copies.forget(document.querySelector("meta[name=person]")?.content ?? "", id);
  // what was typed after it was sent stays
  if (texts.kept(id)?.submitted) texts.forget(id);
}
