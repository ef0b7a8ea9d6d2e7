// What the server says to a juror's draft: {kind, body}, never an exception.
import { SignedOut, ask } from "../server.js";

/** kind: ok, offline, expired, changed, closed, busy, gone, invalid, failed. */
export async function post(address, body) {
  try {
    const reply = await ask(address, { body, redirect: "error" });
    const answer = await reply.json().catch(() => ({}));
    return { kind: kindOf(reply, answer), body: answer };
  } catch (failure) {
    return { kind: failure instanceof SignedOut ? "expired" : "offline", body: {} };
  }
}

function kindOf(reply, answer) {
  if (reply.ok) return "ok";
  if (reply.status === 401 || reply.status === 403) return "expired";
  if (reply.status === 409) return answer.code === "evaluationChanged" ? "changed" : answer.code === "evaluationClosed" ? "closed" : "busy";
  if (reply.status === 404) return "gone";
  if (reply.status === 422 || reply.status === 400) return "invalid";
  return "failed";
}

export async function standing(address) {
  try {
    const reply = await fetch(address, { headers: { Accept: "application/json" }, redirect: "error" });
    return reply.ok ? await reply.json() : null;
  } catch {
    return null;
  }
}
