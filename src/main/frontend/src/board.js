// The diagram of a process beside its list. What is drawn on it is read from the list, so that both say the same.
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";

const SHAPES = ["is-now", "is-taken", "is-ahead", "is-bad"];
const CLASS = { now: "is-now", done: "is-taken", ahead: "is-ahead", stop: "is-bad" };

document.querySelectorAll("[data-diagram]").forEach(draw);

const said = (step, part) => step.querySelector(part)?.textContent ?? "";

async function draw(box) {
  box.hidden = false;
  const list = () => [...document.querySelectorAll("#" + box.dataset.steps + " [data-step]")];
  const place = box.querySelector(".canvas");
  const viewer = new NavigatedViewer({
    container: place,
    zoomScroll: { enabled: false },
    bpmnRenderer: {
      defaultFillColor: "var(--rg-surface)",
      defaultStrokeColor: "var(--rg-ink-2)",
      defaultLabelColor: "var(--rg-ink)",
    },
    textRenderer: {
      defaultStyle: { fontFamily: "Public Sans Variable, sans-serif", fontSize: "13px", fontWeight: "500" },
      externalStyle: { fontSize: "12px" },
    },
  });
  // the words of the list, which may be another language than the model was drawn in
  viewer.on("import.parse.complete", ({ elementsById }) => {
    for (const step of list()) {
      const element = elementsById?.[step.dataset.step];
      if (element) element.name = said(step, "[data-name]");
    }
    for (const word of document.querySelectorAll("[data-word]")) {
      const element = elementsById?.[word.dataset.word];
      if (element) element.name = word.textContent;
    }
  });
  try {
    const answer = await fetch(box.dataset.document, { headers: { Accept: "application/xml" } });
    if (!answer.ok) throw new Error(String(answer.status));
    await viewer.importXML(await answer.text());
  } catch {
    box.hidden = true; // the list beside it says everything
    return;
  }
  box.querySelector("[data-wait]")?.remove();
  const canvas = viewer.get("canvas");
  const overlays = viewer.get("overlays");
  const registry = viewer.get("elementRegistry");
  const drawn = () => list().filter((step) => registry.get(step.dataset.step));
  let at = null;

  function mark() {
    overlays.clear();
    for (const element of registry.getAll()) SHAPES.forEach((shape) => canvas.removeMarker(element, shape));
    for (const step of drawn()) {
      const { step: id, state } = step.dataset;
      const tally = said(step, "[data-tally]") || said(step, "[data-done]");
      const failed = said(step, "[data-failed]");
      canvas.addMarker(id, CLASS[state]);
      const round = /Event$/.test(registry.get(id).type);
      const spots = round ? [{ top: -12, left: 26 }, { top: 24, left: 26 }] : [{ top: -11, left: 8 }, { bottom: 11, left: 8 }];
      if (tally) overlays.add(id, { position: spots[0], html: badge(tally, state === "now" ? "now" : "") });
      if (failed) overlays.add(id, { position: spots[tally ? 1 : 0], html: badge(failed, "bad") });
    }
    const taken = document.getElementById(box.dataset.steps)?.dataset.taken ?? "";
    taken.split(" ").filter((id) => id && registry.get(id)).forEach((id) => canvas.addMarker(id, "is-taken"));
  }

  function badge(text, tone) {
    const element = document.createElement("span");
    element.className = "rg-tally" + (tone ? " rg-tally--" + tone : "");
    element.textContent = text;
    return element;
  }

  const running = () => drawn().find((step) => step.dataset.state === "stop" || step.dataset.state === "now") ?? null;

  function whole() {
    if (place.clientWidth === 0 || place.clientHeight === 0) return;
    canvas.zoom("fit-viewport", "auto");
    const view = canvas.viewbox();
    canvas.viewbox({ x: view.inner.x - 24, y: view.inner.y - 34, width: view.inner.width + 48, height: view.inner.height + 68 });
  }

  function near(id, scale = 0.95) {
    const shape = registry.get(id);
    if (!shape) return whole();
    const width = place.clientWidth / scale;
    const height = place.clientHeight / scale;
    canvas.viewbox({ x: shape.x + shape.width / 2 - width / 2, y: shape.y + shape.height / 2 - height / 2, width, height });
  }

  /* whole, unless the words would get too small; then the running step at a readable size */
  function open() {
    whole();
    const here = running();
    at = here?.dataset.step ?? null;
    if (canvas.zoom() < 0.62) near(at ?? drawn()[0]?.dataset.step);
  }

  function step(by) {
    const ids = drawn().map((one) => one.dataset.step);
    if (!ids.length) return;
    const from = ids.indexOf(at);
    at = ids[from < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, from + by))];
    near(at, Math.max(0.95, Math.min(1.2, canvas.zoom())));
  }

  const views = {
    prev: () => step(-1),
    next: () => step(1),
    in: () => canvas.zoom(Math.min(2, canvas.zoom() * 1.25)),
    out: () => canvas.zoom(Math.max(0.2, canvas.zoom() / 1.25)),
    here: () => near(running()?.dataset.step ?? drawn()[0]?.dataset.step),
    all: whole,
  };
  box.addEventListener("click", (event) => views[event.target.closest("[data-view]")?.dataset.view]?.());
  place.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };
    const keys = { "+": "in", "=": "in", "-": "out", 0: "all", Home: "here", n: "next", p: "prev" };
    if (moves[event.key]) canvas.scroll({ dx: moves[event.key][0], dy: moves[event.key][1] });
    else if (keys[event.key]) views[keys[event.key]]();
    else return;
    event.preventDefault();
  });
  place.querySelector("svg")?.setAttribute("aria-hidden", "true");
  place.querySelector("svg")?.setAttribute("focusable", "false");
  place.querySelector("svg")?.removeAttribute("tabindex");
  mark();
  open();
  const all = document.getElementById(box.dataset.steps);
  const here = running();
  if (all && here) all.scrollTop = here.offsetTop - all.offsetTop - 48;
  document.addEventListener("htmx:afterSettle", mark);
  let width = place.clientWidth;
  new ResizeObserver(() => {
    if (place.clientWidth === 0 || place.clientHeight === 0 || Math.abs(place.clientWidth - width) < 40) return;
    width = place.clientWidth;
    canvas.resized();
    open();
  }).observe(place);
  box.dataset.ready = "true";
}

/* Live: nothing is asked for while nobody looks; what is open stays open; the clock says when it was asked last. */
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.id === "board-poll" && document.hidden) event.preventDefault();
});
let opened = [];
document.addEventListener("htmx:beforeSwap", () => (opened = [...document.querySelectorAll("details[id][open]")].map((one) => one.id)));
document.addEventListener("htmx:afterSettle", () => {
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (!event.detail.successful) return;
  for (const time of document.querySelectorAll("[data-refreshed]")) {
    const clock = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone: time.dataset.zone, timeZoneName: "short" };
    time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, clock).format(new Date());
  }
});
