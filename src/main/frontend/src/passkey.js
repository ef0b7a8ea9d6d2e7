// Passkeys: signing in at the door and making a new one. Without support the buttons stay hidden.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const meta = (name) => document.querySelector(`meta[name=${name}]`)?.content ?? "";

async function post(address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", [meta("csrf-header")]: meta("csrf-token") },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error("status of " + answer.status);
  return answer.json();
}

async function signIn(how = {}) {
  const options = await post("/webauthn/authenticate/options");
  const key = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: [] },
    ...how,
  });
  const { response } = key;
  const done = await post("/login/webauthn", {
    id: key.id,
    rawId: text(key.rawId),
    response: {
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : undefined,
    },
    credType: key.type,
    clientExtensionResults: key.getClientExtensionResults(),
    authenticatorAttachment: key.authenticatorAttachment,
  });
  location.assign(done.redirectUrl);
}

async function add(name, next) {
  const options = await post("/webauthn/register/options");
  const key = await navigator.credentials.create({
    publicKey: {
      ...options,
      user: { ...options.user, id: bytes(options.user.id) },
      challenge: bytes(options.challenge),
      excludeCredentials: (options.excludeCredentials ?? []).map((one) => ({ ...one, id: bytes(one.id) })),
    },
  });
  await post("/webauthn/register", {
    publicKey: {
      credential: {
        id: key.id,
        rawId: text(key.rawId),
        response: {
          attestationObject: text(key.response.attestationObject),
          clientDataJSON: text(key.response.clientDataJSON),
          transports: key.response.getTransports?.() ?? [],
        },
        type: key.type,
        clientExtensionResults: key.getClientExtensionResults(),
        authenticatorAttachment: key.authenticatorAttachment,
      },
      label: name,
    },
  });
  location.assign(next);
}

// Says that it did not work; what the browser reports is for developers, and a person who closed its window knows.
async function attempt(place, button, work) {
  const said = place.querySelector("[data-passkey-said]");
  said.textContent = "";
  button.disabled = true;
  try {
    await work();
  } catch (failure) {
    console.info(failure);
    said.textContent = place.dataset.failed;
    button.disabled = false;
    button.focus();
  }
}

// The browser offers passkeys among the addresses it fills in. Whoever does not want one notices nothing.
const offering = new AbortController();

async function offer() {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  try {
    await signIn({ mediation: "conditional", signal: offering.signal });
  } catch (failure) {
    console.info(failure);
  }
}

if (window.PublicKeyCredential) {
  for (const place of document.querySelectorAll("[data-passkey-sign-in]")) {
    place.hidden = false;
    const button = place.querySelector("button");
    const offered = document.querySelector("input[autocomplete~=webauthn]") ? offer() : undefined;
    button.addEventListener("click", () => {
      offering.abort(); // a browser asks for one passkey at a time
      attempt(place, button, async () => {
        await offered; // the server knows the last challenge only: two requests for one must not overtake each other
        await signIn();
      });
    });
  }
  for (const place of document.querySelectorAll("[data-passkey-add]")) {
    place.hidden = false;
    place.addEventListener("submit", (event) => {
      event.preventDefault();
      attempt(place, place.querySelector("button"), () => add(place.querySelector("input").value, place.dataset.next));
    });
  }
}
