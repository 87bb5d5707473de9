"use strict";

// Draws the charts of a report from the JSON in the page. Colours are CSS variables, so that the
// dark scheme and print need no second drawing.

window.addEventListener("error", () =>
  document.documentElement.setAttribute("data-charts", "failed"));

const data = JSON.parse(document.getElementById("data").textContent);
const tip = document.getElementById("tip");
const percent = (share) => (100 * share).toFixed(1) + "\u202f%";
const between = (low, high) =>
  low === null || high === null ? "no interval" : `${(100 * low).toFixed(1)} to ${percent(high)}`;
const share = (value) => Math.min(1, Math.max(0, value));

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

// ---- tooltip -------------------------------------------------------------------------------

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

// ---- frame and axes --------------------------------------------------------------------------

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

function bottomAxis({ svg, margin, right, bottom, height }, axis, title) {
  svg.append("g").attr("transform", `translate(0,${bottom})`).call(axis);
  svg.append("text").attr("x", (margin.left + right) / 2).attr("y", height - 4)
    .attr("text-anchor", "middle").text(title);
}

/** One scale for all charts of pass rates, so that they compare by eye. */
function sharedTop(points) {
  const highest = d3.max(points, (p) => share(p.high ?? p.value)) || 1;
  return highest > 0.5 ? 1 : d3.scaleLinear([0, highest]).nice(5).domain()[1];
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

function nameLines({ svg, right, margin, bottom }, labels) {
  spread(labels, margin.top, bottom);
  svg.append("g").selectAll("text").data(labels).join("text")
    .attr("class", "name").attr("x", right + 10).attr("y", (d) => d.at).attr("dy", "0.32em")
    .style("fill", (d) => d.colour).text((d) => d.text);
}

/** Model names along the top edge, where there is room for them. */
function nameCheckpoints({ svg }, places) {
  let end = -Infinity;
  const shown = places.sort((a, b) => a.x - b.x).filter((place) => {
    const half = textWidth(place.text) / 2;
    if (place.x - half < end + 6) return false;
    end = place.x + half;
    return true;
  });
  svg.append("g").selectAll("text").data(shown).join("text")
    .attr("x", (d) => d.x).attr("y", 12).attr("text-anchor", "middle").text((d) => d.text);
}

const textWidth = (text) => 7.8 * text.length;
const labelRoom = (texts) => 18 + (d3.max(texts, textWidth) || 0);

function onPointer(svg, move, leave) {
  svg.style("touch-action", "pan-y").on("pointermove pointerdown", move).on("pointerleave", () => {
    hideTip();
    leave();
  });
}

// ---- pass@k ----------------------------------------------------------------------------------

function drawCurves(box, { curves }) {
  const points = curves.flatMap((curve) => curve.points);
  if (!points.length) return;
  const names = curves.map((curve) => data.models[curve.model].label);
  const f = frame(box, box.clientWidth < 420 ? 290 : 340,
    { top: 10, right: labelRoom(names), bottom: 42, left: 46 });
  const allPoints = data.curves.flatMap((c) => c.curves.flatMap((curve) => curve.points));
  const y = rateAxis(f, sharedTop(allPoints));
  const ks = [...new Set(points.map((p) => p.k))].sort(d3.ascending);
  const most = ks[ks.length - 1];
  const x = d3.scaleLog([1, Math.max(2, most)], [f.margin.left + 6, f.right]).base(2);
  const every = Math.ceil((ks.length * 30) / (f.right - f.margin.left));
  bottomAxis(f, d3.axisBottom(x).tickSize(4)
    .tickValues(ks.filter((_, i) => (ks.length - 1 - i) % every === 0)).tickFormat(d3.format("d")),
    "k, rollouts per prompt (log scale)");

  const area = d3.area().defined((p) => p.low !== null && p.high !== null)
    .x((p) => x(p.k)).y0((p) => y(share(p.low))).y1((p) => y(share(p.high)));
  const line = d3.line().x((p) => x(p.k)).y((p) => y(p.value));
  const group = f.svg.append("g").selectAll("g").data(curves).join("g")
    .style("color", (curve) => `var(--m${curve.model})`);
  group.append("path").attr("class", "band").attr("fill", "currentColor").attr("d", (c) => area(c.points));
  group.append("path").attr("class", "curve").attr("stroke", "currentColor").attr("d", (c) => line(c.points));
  group.selectAll("circle").data((c) => c.points).join("circle")
    .attr("cx", (p) => x(p.k)).attr("cy", (p) => y(p.value)).attr("r", 2.8)
    .attr("stroke", "currentColor").attr("stroke-width", 1.4)
    .style("fill", (p) => (p.k > 1 && 2 * p.k > most ? "var(--paper)" : "currentColor"));
  nameLines(f, curves.map((curve, i) => ({
    y: y(curve.points[curve.points.length - 1].value),
    height: d3.mean(curve.points, (p) => y(p.value)),
    text: names[i],
    colour: `var(--m${curve.model})`,
  })));

  const guide = f.svg.append("line").attr("class", "guide").attr("y1", f.margin.top).attr("y2", f.bottom)
    .style("display", "none");
  onPointer(f.svg, (event) => {
    const [px, py] = d3.pointer(event, f.svg.node());
    const k = d3.least(ks, (candidate) => Math.abs(x(candidate) - px));
    const here = curves.map((curve) => ({ curve, point: curve.points.find((p) => p.k === k) }))
      .filter(({ point }) => point);
    const near = d3.least(here, ({ point }) => Math.abs(y(point.value) - py));
    guide.style("display", null).attr("x1", x(k)).attr("x2", x(k));
    group.classed("dim", (curve) => curve !== near.curve);
    showTip(event, `pass@${k}`, here.sort((a, b) => b.point.value - a.point.value)
      .map(({ curve, point }) => ({
        colour: `var(--m${curve.model})`,
        near: curve === near.curve,
        cells: [data.models[curve.model].label, percent(point.value), between(point.low, point.high)],
      })));
  }, () => {
    guide.style("display", "none");
    group.classed("dim", false);
  });
}

// ---- pass rate against compute -----------------------------------------------------------------

const powerOfTen = (value) =>
  "10" + String(Math.round(Math.log10(value))).replace(/[-\d]/g, (c) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c] || "⁻");

const scientific = (value) => {
  const [digits, exponent] = value.toExponential(1).split("e");
  return `${digits}\u202f×\u202f${powerOfTen(10 ** +exponent)}`;
};

function drawCompute(box, { lines }) {
  const points = lines.flatMap((line) => line.points);
  const f = frame(box, box.clientWidth < 420 ? 290 : 340,
    { top: 26, right: labelRoom(lines.map((line) => line.task)), bottom: 42, left: 46 });
  const y = rateAxis(f, sharedTop(points));
  const [least, most] = d3.extent(points, (p) => p.flops);
  const room = least === most ? 3 : Math.pow(most / least, 0.03);
  const x = d3.scaleLog([least / room, most * room], [f.margin.left + 6, f.right]);
  const decades = x.ticks().filter((v) => Number.isInteger(+Math.log10(v).toFixed(9)));
  const ticks = decades.length > 1 ? decades : x.ticks(3);
  bottomAxis(f, d3.axisBottom(x).tickSize(4).tickValues(ticks)
    .tickFormat(decades.length > 1 ? powerOfTen : scientific),
    "training compute, FLOP (log scale)");

  const colour = (_, i) => distinct(i);
  const line = d3.line().x((p) => x(p.flops)).y((p) => y(p.value));
  const group = f.svg.append("g").selectAll("g").data(lines).join("g").style("color", colour);
  group.append("path").attr("class", "curve").attr("stroke", "currentColor").attr("d", (l) => line(l.points));
  group.selectAll("line").data((l) => l.points.filter((p) => p.low !== null && p.high !== null)).join("line")
    .attr("x1", (p) => x(p.flops)).attr("x2", (p) => x(p.flops))
    .attr("y1", (p) => y(share(p.low))).attr("y2", (p) => y(share(p.high)))
    .attr("stroke", "currentColor").attr("stroke-width", 1.2);
  group.selectAll("circle").data((l) => l.points).join("circle")
    .attr("cx", (p) => x(p.flops)).attr("cy", (p) => y(p.value)).attr("r", 3.2).attr("fill", "currentColor");
  nameLines(f, lines.map((l, i) => ({
    y: y(l.points[l.points.length - 1].value),
    height: d3.mean(l.points, (p) => y(p.value)),
    text: l.task,
    colour: colour(l, i),
  })));
  nameCheckpoints(f, points.map((p) => ({ x: x(p.flops), text: data.models[p.model].label })));

  onPointer(f.svg, (event) => {
    const [px] = d3.pointer(event, f.svg.node());
    const at = d3.least(points, (p) => Math.abs(x(p.flops) - px));
    const model = data.models[at.model];
    showTip(event, `${model.label}, ${scientific(at.flops)} FLOP`, lines.flatMap((l, i) =>
      l.points.filter((p) => p.model === at.model).map((p) => ({
        colour: colour(l, i), cells: [l.task, percent(p.value), between(p.low, p.high)],
      }))));
  }, () => {});
}

// ---- prompts and outcomes ----------------------------------------------------------------------

const OUTCOMES = [
  { name: "never", colour: "var(--never)", holds: (rate) => rate === 0 },
  { name: "up to 5 %", colour: "var(--o1)", holds: (rate) => rate <= 0.05 },
  { name: "up to 20 %", colour: "var(--o2)", holds: (rate) => rate <= 0.2 },
  { name: "up to 50 %", colour: "var(--o3)", holds: (rate) => rate <= 0.5 },
  { name: "up to 80 %", colour: "var(--o4)", holds: (rate) => rate <= 0.8 },
  { name: "below 100 %", colour: "var(--o5)", holds: (rate) => rate < 1 },
  { name: "always", colour: "var(--always)", holds: () => true },
];

const outcomeColour = (count) =>
  count ? OUTCOMES.find((o) => o.holds(count.correct / count.n)).colour : "var(--none)";

function drawOutcomeLegend(box) {
  for (const { name, colour } of OUTCOMES) {
    const entry = document.createElement("span");
    const swatch = document.createElement("i");
    swatch.style.background = colour;
    entry.append(swatch, name);
    box.append(entry);
  }
}

function drawOutcomes(box, { prompts }) {
  const models = data.models.map((model, i) => ({ label: model.label, i }))
    .filter(({ i }) => prompts.some((prompt) => prompt.counts[i]));
  const left = labelRoom(models.map((model) => model.label));
  const room = box.parentElement.clientWidth;
  const step = Math.max(3, Math.min(34, (room - left) / prompts.length));
  const width = left + step * prompts.length;
  const row = 26;
  const height = models.length * row + 22;
  const svg = d3.create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("width", width)
    .attr("height", height).attr("aria-hidden", "true");
  box.replaceChildren(svg.node());
  const gap = step > 8 ? 2 : step > 5 ? 1 : 0;
  svg.append("g").selectAll("text").data(models).join("text")
    .attr("x", left - 10).attr("y", (_, r) => r * row + row / 2).attr("dy", "0.32em")
    .attr("text-anchor", "end").text((model) => model.label);
  const cells = models.flatMap((model, r) => prompts.map((prompt, c) =>
    ({ model, prompt, count: prompt.counts[model.i], r, c })));
  svg.append("g").selectAll("rect").data(cells).join("rect").attr("class", "cell")
    .attr("x", (d) => left + d.c * step).attr("y", (d) => d.r * row + 1)
    .attr("width", step - gap).attr("height", row - 2)
    .style("fill", (d) => outcomeColour(d.count))
    .on("pointermove pointerdown", function (event, d) {
      svg.selectAll(".hover").classed("hover", false);
      d3.select(this).classed("hover", true);
      showTip(event, d.prompt.text, [
        { cells: ["reference", d.prompt.reference] },
        { cells: [d.model.label, d.count
          ? `${d.count.correct} of ${d.count.n} right (${percent(d.count.correct / d.count.n)})`
          : "no rollout with a verdict"] },
      ]);
    });
  svg.append("text").attr("x", left).attr("y", height - 4).text("← harder");
  svg.append("text").attr("x", width - gap).attr("y", height - 4).attr("text-anchor", "end").text("easier →");
  onPointer(svg, () => {}, () => svg.selectAll(".hover").classed("hover", false));
}

// ---- start -------------------------------------------------------------------------------------

const DRAW = {
  curves: (box) => drawCurves(box, data.curves[box.dataset.index]),
  compute: (box) => drawCompute(box, data.compute[box.dataset.index]),
  outcomes: (box) => drawOutcomes(box, data.outcomes[box.dataset.index]),
};

function drawAll() {
  hideTip();
  for (const box of document.querySelectorAll(".chart")) DRAW[box.dataset.chart](box);
}

declareColours();
document.querySelectorAll(".legend").forEach(drawOutcomeLegend);
drawAll();
document.documentElement.setAttribute("data-charts", "drawn");

let drawnWidth = document.documentElement.clientWidth;
window.addEventListener("resize", () => {
  if (document.documentElement.clientWidth !== drawnWidth) {
    drawnWidth = document.documentElement.clientWidth;
    drawAll();
  }
});
window.addEventListener("scroll", hideTip, { passive: true });
