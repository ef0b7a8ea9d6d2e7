// The drawer beside a list of results, and choosing rows. Every link works without this as a page of its own.
const box = document.querySelector("[data-drawer-box]");

if (box) {
  const body = document.getElementById("drawer-body");
  let from = null;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-drawer]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !window.htmx) return;
    event.preventDefault();
    if (!box.open) from = link;
    window.htmx.ajax("GET", link.href, { target: "#drawer-body", select: "#detail", swap: "innerHTML" }).then(() => {
      if (!body.firstElementChild) return location.assign(link.href);
      box.querySelector("[data-drawer-page]").href = link.href;
      if (!box.open) box.showModal();
      body.scrollTop = 0;
      body.focus();
    });
  });
  box.querySelector("[data-drawer-close]").addEventListener("click", () => box.close());
  box.addEventListener("click", (event) => event.target === box && box.close());
  box.addEventListener("close", () => {
    body.replaceChildren();
    from?.focus();
  });
}

// Two rows, no more: the button says what is missing.
document.querySelectorAll("form[data-compare]").forEach((form) => {
  const boxes = () => [...form.querySelectorAll("input[name=project]")];
  const go = form.querySelector("[data-compare-go]");
  const count = () => {
    const chosen = boxes().filter((one) => one.checked).length;
    boxes().forEach((one) => (one.disabled = chosen >= 2 && !one.checked));
    if (go) go.disabled = chosen !== 2;
  };
  form.addEventListener("change", count);
  addEventListener("pageshow", count);
  count();
});

// Bulk: the bar says what it is about, the ticked rows or all that the filter shows.
const bulk = document.querySelector("form[data-bulk]");
if (bulk) {
  const said = bulk.querySelector("[data-bulk-count]");
  const whole = said.textContent;
  const count = () => {
    const chosen = [...bulk.elements].filter((one) => one.name === "project" && one.checked).length;
    said.textContent = chosen ? said.dataset.words.replace("#", chosen) : whole;
  };
  document.addEventListener("change", (event) => event.target.form === bulk && count());
  addEventListener("pageshow", count);
}

// Reasons to start from.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-reason]");
  if (!button) return;
  const field = document.getElementById(button.dataset.reasonFor);
  field.value = button.dataset.reason;
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
