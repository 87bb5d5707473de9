"use strict";

// What all charts share: data, colours, tooltip, axes, labels. The scripts are joined in one.
// Colours are CSS variables, so that the dark scheme and print need no second drawing.

window.addEventListener("error", () =>
  document.documentElement.setAttribute("data-charts", "failed"));

// What draws a chart, by its kind: each script adds its own.
const DRAW = {};
const data = JSON.parse(document.getElementById("data").textContent);
const tip = document.getElementById("tip");
const percent = (share) => (100 * share).toFixed(1) + "\u202f%";
const between = (low, high) =>
  low === null || high === null ? "no interval" : `${(100 * low).toFixed(1)} to ${percent(high)}`;
const share = (value) => Math.min(1, Math.max(0, value));
/** At most three decimals. */
const plain = (value) => String(+value.toFixed(3)).replace("-", "\u2212");

// Okabe and Ito's colours, which colour-blind readers can tell apart: darkened for white paper,
// lightened for the dark scheme.
const DISTINCT = ["#0072b2", "#c44f00", "#00805d", "#a8477d", "#8a6d00", "#2a8fc7", "#555555"];
const DISTINCT_DARK = ["#56b4e9", "#f08a3c", "#2fbf94", "#e39bc4", "#e0c040", "#9ccff0", "#bbbbbb"];
const distinct = (i) => `var(--d${i % DISTINCT.length})`;

/** Checkpoints of one training lie along viridis; unrelated models take distinct colours. */
function modelColours(start, end) {
  const last = Math.max(1, data.models.length - 1);
  return data.models.map((_, i) =>
    data.ordered ? d3.interpolateViridis(start + ((end - start) * i) / last) : distinct(i));
}

function declareColours() {
  const named = (name, colours) => colours.map((colour, i) => `--${name}${i}:${colour};`).join("");
  const scheme = (models, colours) => `:root{${named("m", models)}${named("d", colours)}}`;
  const style = document.createElement("style");
  style.textContent =
    scheme(modelColours(0.68, 0.05), DISTINCT) +
    `@media screen and (prefers-color-scheme: dark){${scheme(modelColours(0.42, 0.95), DISTINCT_DARK)}}`;
  document.head.append(style);
}

function showTip(event, title, rows) {
  const heading = document.createElement("b");
  heading.textContent = title;
  const table = document.createElement("table");
  for (const { colour, cells, near } of rows) {
    const line = table.insertRow();
    line.className = near ? "near" : "";
    cells.forEach((text, i) => {
      const cell = line.insertCell();
      if (i === 0 && colour) {
        const dot = document.createElement("i");
        dot.style.background = colour;
        cell.append(dot);
      }
      cell.append(text);
    });
  }
  tip.replaceChildren(heading, table);
  tip.hidden = false;
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.min(event.clientX + 14, window.innerWidth - width - 8);
  const above = event.clientY - height - 14;
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${above > 8 ? above : event.clientY + 18}px`;
}

function hideTip() {
  tip.hidden = true;
}

const LINE_HEIGHT = 15;

function frame(box, height, margin) {
  const width = Math.max(260, box.clientWidth);
  const svg = d3.create("svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height)
    .attr("aria-hidden", "true");
  box.replaceChildren(svg.node());
  return { svg, width, height, margin, right: width - margin.right, bottom: height - margin.bottom };
}

function rateAxis({ svg, margin, right, bottom }, top) {
  const y = d3.scaleLinear([0, top], [bottom, margin.top]);
  svg.append("g").attr("class", "grid").selectAll("line").data(y.ticks(5)).join("line")
    .attr("x1", margin.left).attr("x2", right).attr("y1", y).attr("y2", y);
  svg.append("g").attr("transform", `translate(${margin.left},0)`)
    .call(d3.axisLeft(y).ticks(5).tickSize(0).tickPadding(8)
      .tickFormat((v) => `${+(100 * v).toFixed(1)}\u202f%`))
    .call((g) => g.select(".domain").remove());
  return y;
}

/** An axis on the left whose title stands above the plot. */
function leftAxis(f, y, format, title, ticks) {
  const values = ticks ?? y.ticks(5);
  f.svg.append("g").attr("class", "grid").selectAll("line").data(values).join("line")
    .attr("x1", f.margin.left).attr("x2", f.right).attr("y1", y).attr("y2", y);
  f.svg.append("g").attr("transform", `translate(${f.margin.left},0)`)
    .call(d3.axisLeft(y).tickValues(values).tickSize(0).tickPadding(8).tickFormat(format))
    .call((g) => g.select(".domain").remove());
  f.svg.append("text").attr("x", 0).attr("y", 11).text(title);
}

function bottomAxis({ svg, margin, right, bottom, height }, axis, title) {
  svg.append("g").attr("transform", `translate(0,${bottom})`).call(axis);
  svg.append("text").attr("x", (margin.left + right) / 2).attr("y", height - 4)
    .attr("text-anchor", "middle").text(title);
}

/** One scale for all charts of pass rates, so that they compare by eye. */
function sharedTop(points) {
  const highest = d3.max(points, (p) => share(p.high ?? p.value)) || 1;
  return highest > 0.5 ? 1 : d3.scaleLinear().domain([0, highest]).nice(5).domain()[1];
}

/** Moves labels apart within [low, high], in the order of their lines. */
function spread(labels, low, high) {
  labels.sort((a, b) => a.y - b.y || a.height - b.height);
  labels.forEach((label, i) => {
    label.at = Math.max(label.y, i ? labels[i - 1].at + LINE_HEIGHT : low);
  });
  for (let i = labels.length - 1; i >= 0; i--) {
    labels[i].at = Math.min(labels[i].at, i < labels.length - 1 ? labels[i + 1].at - LINE_HEIGHT : high);
  }
}

/** Names at the ends of lines; of more than there is room for, those at even distances. */
function nameLines({ svg, right, margin, bottom }, labels) {
  const room = Math.max(1, Math.floor((bottom - 5 - margin.top) / LINE_HEIGHT) + 1);
  const every = Math.ceil(labels.length / room);
  const shown = labels.sort((a, b) => a.y - b.y).filter((_, i) => i % every === 0);
  spread(shown, margin.top, bottom - 5);
  svg.append("g").selectAll("text").data(shown).join("text")
    .attr("class", "name").attr("x", right + 10).attr("y", (d) => d.at).attr("dy", "0.32em")
    .style("fill", (d) => d.colour).text((d) => clipped(d.text));
}

/** Model names along the top edge, where there is room for them. */
function nameCheckpoints({ svg }, places) {
  let end = -Infinity;
  const shown = places.sort((a, b) => a.x - b.x).filter((place) => {
    const half = textWidth(clipped(place.text)) / 2;
    if (place.x - half < end + 6) return false;
    end = place.x + half;
    return true;
  });
  svg.append("g").selectAll("text").data(shown).join("text")
    .attr("x", (d) => d.x).attr("y", 12).attr("text-anchor", "middle").text((d) => clipped(d.text));
}

const textWidth = (text) => 7.8 * text.length;
const LONGEST_NAME = 24;
/** A long name without its middle: ends tell names apart. */
const clipped = (text, longest = LONGEST_NAME) => text.length <= longest ? text
  : `${text.slice(0, Math.ceil(longest / 2) - 1)}…${text.slice(text.length - Math.floor(longest / 2))}`;
const labelRoom = (texts) => 18 + (d3.max(texts, (text) => textWidth(clipped(text))) || 0);

/** Of ticks, the most important first, those whose labels have room beside the ones before. */
function roomy(ticks, x, format) {
  const half = (tick) => 3 + 3.6 * format(tick).length;
  const shown = [];
  for (const tick of ticks) {
    if (shown.every((other) => Math.abs(x(other) - x(tick)) >= half(other) + half(tick))) shown.push(tick);
  }
  return shown;
}

/** A log axis of compute: powers of ten where it spans two, else what has room. */
function computeAxis(f, x, unit = "FLOP") {
  const decades = x.ticks().filter((v) => Number.isInteger(+Math.log10(v).toFixed(9)));
  const format = decades.length > 1 ? powerOfTen : scientific;
  bottomAxis(f, d3.axisBottom(x).tickSize(4)
    .tickValues(roomy(decades.length > 1 ? decades : x.ticks(3), x, format)).tickFormat(format),
    unit ? `training compute, ${unit} (log scale)` : "compute (log scale)");
}

/** What a chart's shades mean, from its least to its greatest. */
function shadeScale(box, shade, least, greatest) {
  const scale = document.createElement("div");
  scale.className = "shades";
  const bar = document.createElement("i");
  bar.style.background = `linear-gradient(to right, ${shade(0)}, ${shade(1)})`;
  scale.append(least, bar, greatest);
  box.append(scale);
}

/** Which colour is whose; more than there are colours have none of their own. */
function colourLegend(box, names, colour = distinct) {
  if (colour === distinct && names.length > DISTINCT.length) return;
  const legend = document.createElement("div");
  legend.className = "legend";
  names.forEach((name, i) => {
    const entry = document.createElement("span");
    const swatch = document.createElement("i");
    swatch.style.background = colour(i);
    entry.append(swatch, clipped(name));
    legend.append(entry);
  });
  box.append(legend);
}

function onPointer(svg, move, leave) {
  svg.style("touch-action", "pan-y").on("pointermove pointerdown", move).on("pointerleave", () => {
    hideTip();
    leave();
  });
}
