// Which prompts are solved how often.

// ---- solve rates

const BAR_NAMES = ["never", ...d3.range(10).map((t) => `${10 * t} to ${10 * t + 10}\u202f%`), "always"];

/** A histogram for each model, one below the other, all on one scale. */
function drawRates(box, { histograms }) {
  const top = d3.max(data.rates.flatMap((r) => r.histograms), (h) => d3.max(h.counts) / h.prompts);
  const width = Math.max(260, box.clientWidth);
  const row = 96;
  const height = histograms.length * row + 36;
  const svg = d3.create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("width", width)
    .attr("height", height).attr("aria-hidden", "true");
  box.replaceChildren(svg.node());
  // The two ends stand apart: they are single rates, the ten between are steps of a tenth.
  const gap = 10;
  const step = (width - 2 * gap) / BAR_NAMES.length;
  const left = (bar) => bar * step + (bar > 0 ? gap : 0) + (bar === BAR_NAMES.length - 1 ? gap : 0);
  const y = d3.scaleLinear([0, top], [0, row - 46]);
  histograms.forEach((histogram, r) => {
    const bottom = r * row + row - 8;
    const group = svg.append("g").style("color", `var(--m${histogram.model})`);
    group.append("text").attr("class", "name").attr("x", 0).attr("y", r * row + 14)
      .style("fill", "currentColor").text(data.models[histogram.model].label);
    group.append("line").attr("class", "base").attr("x1", 0).attr("x2", width)
      .attr("y1", bottom).attr("y2", bottom);
    const bars = histogram.counts.map((count, bar) => ({ count, bar, part: count / histogram.prompts }));
    group.append("g").selectAll("rect").data(bars).join("rect").attr("class", "bar")
      .attr("x", (d) => left(d.bar) + 1).attr("width", step - 2)
      .attr("y", (d) => bottom - y(d.part)).attr("height", (d) => y(d.part)).attr("fill", "currentColor");
    group.append("g").selectAll("text").data(bars.filter((d) => d.count)).join("text")
      .attr("x", (d) => left(d.bar) + step / 2).attr("y", (d) => bottom - y(d.part) - 4)
      .attr("text-anchor", "middle").text((d) => shortShare(d.part));
    group.append("g").selectAll("rect").data(bars).join("rect").attr("class", "catch")
      .attr("x", (d) => left(d.bar)).attr("width", step).attr("y", r * row + 20).attr("height", row - 28)
      .on("pointermove pointerdown", (event, d) => showTip(event, data.models[histogram.model].label, [
        { cells: ["solve rate", BAR_NAMES[d.bar]] },
        { cells: ["prompts", `${d.count} of ${histogram.prompts} (${percent(d.part)})`] },
      ]));
  });
  nameBars(svg, { left, width, at: height - 20 });
  onPointer(svg, () => {}, () => {});
}

const shortShare = (part) => (part < 0.01 ? "<1" : String(Math.round(100 * part)));

function nameBars(svg, { left, width, at }) {
  const last = BAR_NAMES.length - 1;
  const name = (x, text, anchor = "middle") =>
    svg.append("text").attr("x", x).attr("y", at).attr("text-anchor", anchor).text(text);
  name(0, "never", "start");
  name(width, "always", "end");
  for (const tenth of [2, 4, 6, 8]) name(left(tenth + 1), `${10 * tenth}\u202f%`);
  svg.append("text").attr("x", (left(1) + left(last)) / 2).attr("y", at + 16)
    .attr("text-anchor", "middle").text("solve rate of the prompt");
}

// ---- prompt by prompt

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
  if (width - left < 130) return onPointer(svg, () => {}, () => svg.selectAll(".hover").classed("hover", false));
  svg.append("text").attr("x", left).attr("y", height - 4).text("← harder");
  svg.append("text").attr("x", width - gap).attr("y", height - 4).attr("text-anchor", "end").text("easier →");
  onPointer(svg, () => {}, () => svg.selectAll(".hover").classed("hover", false));
}
