// What reloads in place. No inherited attributes; settings come from <meta name="htmx-config"> in layout.html.
import htmx from "htmx.org";

window.htmx = htmx;

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("meta[name=csrf-token]");
  const header = document.querySelector("meta[name=csrf-header]");
  if (token && header) event.detail.headers[header.content] = token.content;
});
