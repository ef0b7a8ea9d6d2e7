// Charts of the results pages. Each is drawn from the table beside it, so there is one source for both; colours are the
// tokens and follow the theme; dashed bars are not final.
import { use, init, getInstanceByDom } from "echarts/core";
import { BarChart, BoxplotChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, BoxplotChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const places = [...document.querySelectorAll("[data-chart]")];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function token(name) {
  const probe = document.createElement("i");
  probe.style.color = "var(" + name + ")";
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

const number = (cell) => Number(cell.dataset.value ?? cell.textContent.trim().replace(/[^\d.,-]/g, "").replace(",", "."));

function tableOf(place) {
  const table = document.getElementById(place.dataset.table);
  const rows = [...table.querySelectorAll("tbody tr")].map((row) => [...row.children]);
  return { table, rows, names: rows.map((row) => row[0].textContent.trim()) };
}

function frame(place) {
  const text = { color: token("--rg-ink-3"), fontFamily: "Public Sans Variable, sans-serif", fontSize: 12 };
  return {
    text,
    base: {
      animation: !calm.matches && !place.dataset.drawn,
      animationDuration: 240,
      aria: { enabled: false },
      tooltip: {
        trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: token("--rg-sunken"), opacity: 0.5 } },
        backgroundColor: token("--rg-surface"), borderColor: token("--rg-line"), textStyle: { ...text, color: token("--rg-ink") }
      },
      textStyle: text
    },
    category: (names, title) => ({
      type: "category", data: names, name: title, nameLocation: "middle", nameGap: 28, nameTextStyle: text,
      axisLabel: { ...text, hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: token("--rg-edge") } }
    }),
    value: (title) => ({
      type: "value", minInterval: 1, axisLabel: text, nameTextStyle: text, name: title, nameLocation: "middle", nameGap: 34,
      splitLine: { lineStyle: { color: token("--rg-line") } }
    })
  };
}

const looks = (final) => ({
  advance: { color: token("--rg-accent"), borderColor: token("--rg-accent"), borderWidth: 1.5, borderType: final ? "solid" : "dashed", opacity: final ? 1 : 0.75 },
  near: { color: token("--rg-wait-soft"), borderColor: token("--rg-wait"), borderWidth: 1.5, borderType: "dashed" },
  other: { color: token("--rg-sunken"), borderColor: token("--rg-edge"), borderWidth: 1.5, borderType: final ? "solid" : "dashed" }
});

function stack(place) {
  const { table, rows, names } = tableOf(place);
  const { base, text, category, value } = frame(place);
  const look = looks(place.dataset.final === "true");
  const series = [...table.querySelectorAll("thead [data-series]")].map((head) => {
    const at = [...head.parentElement.children].indexOf(head);
    return { type: "bar", stack: "all", name: head.textContent.trim(), barCategoryGap: "18%", itemStyle: look[head.dataset.series], data: rows.map((row) => number(row[at])) };
  }).filter((one) => one.data.some((count) => count > 0));
  const totals = { type: "bar", stack: "all", silent: true, tooltip: { show: false }, itemStyle: { color: "transparent" }, data: rows.map(() => 0),
    label: { show: true, position: "top", ...text, color: token("--rg-ink-2"), formatter: (bar) => { const all = number(rows[bar.dataIndex][1]); return all ? String(all) : ""; } } };
  const legend = { show: series.length > 1, bottom: 0, left: 0, itemHeight: 10, itemWidth: 16, textStyle: text, data: series.map((one) => one.name) };
  return { ...base, legend, grid: { left: 48, right: 8, top: 26, bottom: series.length > 1 ? 68 : 44 }, xAxis: category(names, place.dataset.x), yAxis: value(place.dataset.y), series: [...series, totals] };
}

function bars(place) {
  const { rows, names } = tableOf(place);
  const { base, text, category, value } = frame(place);
  return {
    ...base, grid: { left: 48, right: 8, top: 24, bottom: 44 }, xAxis: category(names, place.dataset.x), yAxis: value(place.dataset.y),
    series: [{ type: "bar", barCategoryGap: "18%", barMaxWidth: 48, itemStyle: looks(true).advance, data: rows.map((row) => number(row[1])), label: { show: rows.length <= 12, position: "top", ...text, color: token("--rg-ink-2") } }]
  };
}

const MOST_BOXES = 40;

function boxes(place) {
  const { rows, names } = tableOf(place);
  const { base, category, value } = frame(place);
  return {
    ...base, tooltip: { ...base.tooltip, trigger: "item" }, grid: { left: 48, right: 8, top: 12, bottom: 28 },
    xAxis: category(names.slice(0, MOST_BOXES), ""), yAxis: { ...value(place.dataset.x), minInterval: 0, scale: true },
    series: [{
      type: "boxplot", boxWidth: [8, 36], itemStyle: { color: token("--rg-accent-soft"), borderColor: token("--rg-accent"), borderWidth: 1.5 },
      data: rows.slice(0, MOST_BOXES).map((row) => [2, 3, 4, 5, 6].map((at) => number(row[at])))
    }]
  };
}

const kinds = { stack, bars, boxes };

function draw() {
  for (const place of places) {
    place.hidden = false;
    place.setAttribute("role", "img");
    const caption = document.getElementById(place.dataset.table).caption?.textContent ?? place.closest("section")?.querySelector("h2")?.textContent ?? "";
    place.setAttribute("aria-label", caption.trim());
    const chart = getInstanceByDom(place) ?? init(place, null, { renderer: "svg" });
    chart.setOption(kinds[place.dataset.chart](place), true);
    place.dataset.drawn = "yes";
  }
}

if (places.length) {
  document.querySelectorAll("details[data-chart-table]").forEach((details) => (details.open = false));
  document.fonts.ready.then(draw);
  document.addEventListener("themechange", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  addEventListener("resize", () => places.forEach((place) => getInstanceByDom(place)?.resize()));
}
