// Files go from the browser straight to the store, in parts: what has arrived stays, and whoever chooses the same file
// again, in this window or another, goes on with the rest.
import { expired } from "./parts/expired.js";
import { SignedOut, ask } from "./parts/server.js";

const page = document.querySelector("[data-files]");
const words = page.dataset;
const AT_ONCE = 3;
const LONGEST_PAUSE = 30_000;
const CHECK_PAUSE = 1000;
let running = 0;

/** A pause that ends when the connection is back. */
const wait = (milliseconds) =>
  new Promise((done) => {
    setTimeout(done, milliseconds);
    addEventListener("online", done, { once: true });
  });
const percent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });
const fill = (text, ...values) => values.reduce((said, value, at) => said.replace(`{${at}}`, value), text);

class Refused extends Error {
  constructor(status, body) {
    super(body.detail ?? words.wordsFailed);
    this.status = status;
    this.finding = body.findings?.[0];
  }
}

async function regatta(method, path, body, signal) {
  const answer = await ask(words.base + path, { method, body, signal });
  expired(false);
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, told);
  return told;
}

/** Does it until it works: a cut connection, a dead store or a signed-out window passes; a refusal does not. */
async function patiently(slot, signal, work) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (failure) {
      if (signal.aborted || (failure instanceof Refused && failure.status !== 503)) throw failure;
      const out = failure instanceof SignedOut;
      expired(out);
      say(slot, out ? words.wordsOut : words.wordsWaiting);
      await wait(Math.min(LONGEST_PAUSE, 1000 * 2 ** attempt));
      if (signal.aborted) throw failure;
    }
  }
}

function put(part, blob, signal, arrived) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest(); // fetch does not tell how much is sent
    const stop = () => request.abort();
    signal.addEventListener("abort", stop);
    request.upload.onprogress = (event) => arrived(event.loaded);
    request.onloadend = () => {
      signal.removeEventListener("abort", stop);
      if (request.status === 200) done();
      else failed(new Error(`The store answered ${request.status}`));
    };
    request.open("PUT", part.address);
    request.send(blob);
  });
}

async function send(slot, file, fileId, signal) {
  for (;;) {
    const { missing, arrivedBytes } = await regatta("GET", `/${fileId}/parts`, undefined, signal);
    if (missing.length === 0) return;
    const sent = new Map();
    const show = () => progress(slot, arrivedBytes + [...sent.values()].reduce((sum, bytes) => sum + bytes, 0), file);
    show();
    const queue = [...missing];
    const worker = async () => {
      for (let part = queue.shift(); part; part = queue.shift()) {
        const now = part;
        await put(now, file.slice(now.offset, now.offset + now.sizeBytes), signal, (bytes) => {
          sent.set(now.number, bytes);
          show();
        });
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
    const broken = ends.find((end) => end.status === "rejected");
    if (broken) throw broken.reason;
  }
}

function progress(slot, bytes, file) {
  const share = Math.min(1, bytes / file.size);
  slot.querySelector("progress").value = share * 100;
  const said = percent.format(Math.floor(share * 20) / 20); // read aloud twenty times, not thousands
  say(slot, fill(words.wordsSending, file.name, said, ""));
}

function say(slot, text) {
  const place = slot.querySelector("[data-status]");
  if (place.textContent !== text) place.textContent = text;
}

/** A full bar would say that all is well: what was refused has none. */
function ended(slot, well) {
  slot.querySelector("progress").hidden = !well;
  slot.querySelector("[data-status]").classList.toggle("rg-bad", !well);
}

function complain(slot, text) {
  const input = slot.querySelector("input[type=file]");
  const place = slot.querySelector("[data-says]");
  place.dataset.hint ??= place.textContent;
  place.textContent = text || place.dataset.hint;
  place.className = "m-0 mt-1 " + (text ? "rg-wrong-field" : "form-hint");
  input.classList.toggle("is-invalid", Boolean(text));
  if (text) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

function wrong(slot, input, file) {
  if (file.size === 0) return words.wordsEmpty;
  if (file.size > Number(slot.dataset.max)) return fill(words.wordsLarge, slot.dataset.maxSaid);
  const ending = "." + file.name.split(".").pop().toLowerCase();
  return input.accept.split(",").includes(ending) ? "" : fill(words.wordsEnding, input.accept.replaceAll(",", ", "));
}

/** Shows what the server says of this slot now, without touching what is typed or sent elsewhere on the page. */
async function refresh(slot) {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(slot.id);
  for (const part of ["[data-list]", "[data-required]"]) {
    const now = fresh?.querySelector(part);
    if (now) slot.querySelector(part).replaceChildren(...document.adoptNode(now).childNodes);
  }
}

async function settled(slot, fileId, signal) {
  for (;;) {
    const file = await patiently(slot, signal, () => regatta("GET", `/${fileId}`, undefined, signal));
    if (file.state !== "UPLOADED") return file.state === "CHECKED";
    say(slot, words.wordsChecking);
    await wait(CHECK_PAUSE);
  }
}

async function upload(slot, input, file) {
  const problem = wrong(slot, input, file);
  complain(slot, problem);
  if (problem) return;
  const stop = new AbortController();
  const box = slot.querySelector("[data-progress]");
  const replacesId = slot.dataset.replaces ?? null;
  delete slot.dataset.replaces;
  box.querySelector("[data-stop]").onclick = () => stop.abort();
  box.querySelector("[data-stop]").hidden = false;
  ended(slot, true);
  box.querySelector("progress").value = 0;
  box.hidden = false;
  const focused = document.activeElement === input;
  input.disabled = true;
  running++;
  say(slot, words.wordsStarting);
  try {
    const wanted = { type: slot.dataset.type, name: file.name, sizeBytes: file.size, replacesId };
    const { id } = await patiently(slot, stop.signal, () => regatta("POST", "", wanted, stop.signal));
    await patiently(slot, stop.signal, () => send(slot, file, id, stop.signal));
    await patiently(slot, stop.signal, () => regatta("POST", `/${id}/complete`, undefined, stop.signal));
    box.querySelector("[data-stop]").hidden = true;
    const taken = await settled(slot, id, stop.signal);
    say(slot, taken ? words.wordsDone : words.wordsRefused);
    ended(slot, taken);
  } catch (failure) {
    if (stop.signal.aborted) {
      say(slot, words.wordsStopped);
    } else {
      box.hidden = true;
      complain(slot, failure.finding ? `${failure.finding.message} ${failure.finding.remedy}` : failure.message);
    }
  } finally {
    running--;
    box.querySelector("[data-stop]").hidden = true;
    input.disabled = false;
    input.value = "";
    if (focused && document.activeElement === document.body) input.focus();
    await refresh(slot).catch(() => {}); // the list is as it was; the status says what happened
  }
}

for (const slot of document.querySelectorAll("[data-slot]")) {
  const input = slot.querySelector("input[type=file]");
  if (!input) continue;
  const begin = () => input.files[0] && upload(slot, input, input.files[0]);
  input.addEventListener("change", begin);
  input.addEventListener("cancel", () => delete slot.dataset.replaces);
  slot.addEventListener("click", (event) => {
    const replace = event.target.closest("[data-replace]");
    if (!replace || input.disabled) return;
    slot.dataset.replaces = replace.dataset.replace;
    input.click();
  });
  begin(); // chosen before this script was there
}
addEventListener("beforeunload", (event) => {
  if (running > 0) event.preventDefault();
});
