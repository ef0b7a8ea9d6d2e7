// Talks to the server: answers come as {kind, body}, never as an exception.
const meta = (name) => document.querySelector(`meta[name=${name}]`);

async function send(address, body) {
  const headers = { "Content-Type": "application/json", Accept: "application/json, application/problem+json" };
  if (meta("csrf-header")) headers[meta("csrf-header").content] = meta("csrf-token").content;
  return fetch(address, { method: "POST", headers, body: JSON.stringify(body), redirect: "error" });
}

/** After a sign-in in another window the session is good, but this page's token is old: take the new page's. */
async function refreshed(person) {
  const reply = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  if (reply.redirected || !reply.ok) return false;
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const token = page.querySelector("meta[name=csrf-token]");
  const owner = page.querySelector("[data-person]")?.dataset.person;
  if (!token || owner !== person) return false;
  meta("csrf-token").content = token.content;
  return true;
}

/** kind: ok, offline, expired, changed, closed, gone, invalid, failed. */
export async function post(address, body, person) {
  try {
    let reply = await send(address, body);
    let answer = await reply.json().catch(() => ({}));
    if (reply.status === 403 || reply.status === 401) {
      if (!(await refreshed(person))) return { kind: "expired", body: answer };
      reply = await send(address, body);
      answer = await reply.json().catch(() => ({}));
    }
    return { kind: kindOf(reply, answer), body: answer };
  } catch {
    return { kind: "offline", body: {} };
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
