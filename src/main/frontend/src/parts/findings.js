// Findings about a form lead to their fields, and each field says that it is meant.
const LAST = /^(?:.*\.)?(\w+)$/;
const ROW = /\[(\d+)]\.\w+$/;

/** The field of a place: `max` of the second row for `criteria[1].max`; none where it could be several. */
function fieldAt(place) {
  const named = (name) => [...document.querySelectorAll(`main form[method=post] [name="${CSS.escape(name)}"]:not([type=hidden])`)];
  const exact = named(place);
  if (exact.length === 1) return exact[0];
  const fields = named(LAST.exec(place)?.[1] ?? "");
  const row = ROW.exec(place)?.[1];
  if (row !== undefined) return fields[Number(row)];
  return fields.length === 1 ? fields[0] : undefined;
}

document.querySelectorAll("[data-field]").forEach((finding, at) => {
  const field = fieldAt(finding.dataset.field);
  if (!field || field.getAttribute("aria-invalid") === "true") return;
  finding.id ||= `finding-${at}`;
  field.id ||= `field-${at}`;
  field.classList.add("is-invalid");
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", [finding.id, field.getAttribute("aria-describedby")].filter(Boolean).join(" "));
  const fold = field.closest("details");
  if (fold) fold.open = true;
  const name = finding.querySelector("b");
  const link = document.createElement("a");
  link.className = "rg-link";
  link.href = `#${field.id}`;
  link.append(...name.childNodes);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    field.focus();
  });
  name.append(link);
});
