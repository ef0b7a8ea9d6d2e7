// Two versions of one evaluation, side by side; the juror chooses, answer by answer or all at once.
import { inWords, labelOf } from "./sheet.js";

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

function side(name, key, value, title, shown) {
  const label = document.createElement("label");
  const radio = document.createElement("input");
  radio.type = "radio";
  radio.name = "both-" + key;
  radio.value = name;
  radio.checked = name === "mine";
  const head = document.createElement("b");
  head.textContent = title;
  const text = document.createElement("span");
  text.className = "rg-say";
  text.dir = "auto";
  text.textContent = shown;
  label.append(radio, head, text);
  return label;
}

/** Asks; then(chosen) gets scores and comment as chosen. */
export function ask(form, mine, theirs, words, then) {
  const dialog = $("#both");
  const place = $("[data-both]");
  const titles = { mine: words.mine, theirs: words.theirs.replace("{0}", theirs.at ?? "") };
  const keys = [...new Set([...Object.keys(mine.scores), ...Object.keys(theirs.scores)])].filter(
    (key) => String(mine.scores[key] ?? "") !== String(theirs.scores[key] ?? "")
  );
  const rows = keys.map((key) => ({ key, label: labelOf(form, key), mine: mine.scores[key], theirs: theirs.scores[key] }));
  if (mine.comment !== theirs.comment) rows.push({ key: " comment", label: words.comment, mine: mine.comment, theirs: theirs.comment });
  place.replaceChildren(
    ...rows.map((row) => {
      const group = document.createElement("fieldset");
      const legend = document.createElement("legend");
      legend.textContent = row.label;
      const shown = (value) => (row.key === " comment" ? value || words.nothing : inWords(form, row.key, value, words));
      group.append(
        legend,
        side("mine", row.key, row.mine, titles.mine, shown(row.mine)),
        side("theirs", row.key, row.theirs, titles.theirs, shown(row.theirs))
      );
      return group;
    })
  );
  $$("[data-both-all]", dialog).forEach(
    (button) => (button.onclick = () => $$(`input[value=${button.dataset.bothAll}]`, place).forEach((radio) => (radio.checked = true)))
  );
  $("[data-both-save]", dialog).onclick = () => {
    const chosen = { scores: { ...mine.scores }, comment: mine.comment };
    for (const row of rows) {
      const value = row[$(`input[name="both-${CSS.escape(row.key)}"]:checked`, place).value];
      if (row.key === " comment") chosen.comment = value;
      else if (value === undefined) delete chosen.scores[row.key];
      else chosen.scores[row.key] = value;
    }
    dialog.close();
    then(chosen);
  };
  if (!dialog.open) dialog.showModal();
}
