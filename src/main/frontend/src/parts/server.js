// Talks to the server as the person of this page, and goes on when that person has signed in again in another window.
const meta = (name) => document.querySelector(`meta[name=${name}]`);

/** The sign-in has ended, or somebody else has signed in since. */
export class SignedOut extends Error {}

/** Asks in JSON; with the token of a newer session where this page's is old. */
export async function ask(address, { method = "POST", body, ...rest } = {}) {
  const once = () => {
    const headers = { Accept: "application/json, application/problem+json" };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (meta("csrf-header")) headers[meta("csrf-header").content] = meta("csrf-token").content;
    return fetch(address, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), ...rest });
  };
  const reply = await once();
  if (reply.status !== 401 && reply.status !== 403) return reply;
  if (!(await refreshed())) throw new SignedOut();
  return once();
}

/** After a sign-in in another window the session is good, but this page's token is old: take the new page's. */
async function refreshed() {
  const reply = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const token = page.querySelector("meta[name=csrf-token]");
  const person = page.querySelector("meta[name=person]")?.content;
  if (!token || !person || person !== meta("person")?.content) return false;
  meta("csrf-token").content = token.content;
  for (const field of document.querySelectorAll("input[name=_csrf]")) field.value = token.content;
  return true;
}
