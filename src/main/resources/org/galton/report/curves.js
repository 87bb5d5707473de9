// Curves against the number of rollouts: pass@k, and the share of the correct mass never drawn.

/** The scale of k and its axis; of ticks without room the first, the drawn and the last stay. */
function rolloutsAxis(f, ks, drawn) {
  const last = ks[ks.length - 1];
  const x = d3.scaleLog([ks[0], Math.max(2 * ks[0], last)], [f.margin.left + 6, f.right]).base(2);
  const ticks = roomy([...new Set([ks[0], drawn, last, ...ks])], x, String);
  bottomAxis(f, d3.axisBottom(x).tickSize(4).tickValues(ticks).tickFormat(d3.format("d")),
    "k, rollouts per prompt (log scale)");
  return x;
}

function drawLines(f, curves, x, y) {
  const area = d3.area().defined((p) => p.low !== null && p.high !== null)
    .x((p) => x(p.k)).y0((p) => y(share(p.low))).y1((p) => y(share(p.high)));
  const line = d3.line().x((p) => x(p.k)).y((p) => y(p.value));
  const group = f.svg.append("g").selectAll("g").data(curves).join("g")
    .style("color", (curve) => `var(--m${curve.model})`);
  group.filter((c) => c.points.some((p) => p.low !== null)).append("path").attr("class", "band").attr("fill", "currentColor").attr("d", (c) => area(c.points));
  group.append("path").attr("class", "curve").attr("stroke", "currentColor").attr("d", (c) => line(c.points));
  group.filter((c) => c.beyond.length).append("path").attr("class", "curve beyond")
    .attr("stroke", "currentColor").attr("d", (c) => line([c.points[c.points.length - 1], ...c.beyond]));
  return group;
}

function drawDots(group, x, y, open) {
  group.selectAll("circle").data((c) => c.points.map((p) => ({ ...p, open: open(p, c) }))).join("circle")
    .attr("cx", (p) => x(p.k)).attr("cy", (p) => y(p.value)).attr("r", 2.8)
    .attr("stroke", "currentColor").attr("stroke-width", 1.4)
    .style("fill", (p) => (p.open ? "var(--paper)" : "currentColor"));
}

function nameCurves(f, curves, y) {
  nameLines(f, curves.map((curve) => {
    const shown = [...curve.points, ...curve.beyond];
    return {
      y: y(shown[shown.length - 1].value),
      height: d3.mean(shown, (p) => y(p.value)),
      text: data.models[curve.model].label,
      colour: `var(--m${curve.model})`,
    };
  }));
}

/** Follows the pointer with a guide and the values of all curves at its k. */
function followRollouts(f, group, curves, x, y, title) {
  const ks = rolloutsOf(curves);
  const guide = f.svg.append("line").attr("class", "guide").attr("y1", f.margin.top).attr("y2", f.bottom)
    .style("display", "none");
  onPointer(f.svg, (event) => {
    const [px, py] = d3.pointer(event, f.svg.node());
    const k = d3.least(ks, (candidate) => Math.abs(x(candidate) - px));
    const here = curves
      .map((curve) => ({ curve, point: [...curve.points, ...curve.beyond].find((p) => p.k === k) }))
      .filter(({ point }) => point);
    const near = d3.least(here, ({ point }) => Math.abs(y(point.value) - py));
    guide.style("display", null).attr("x1", x(k)).attr("x2", x(k));
    group.classed("dim", (curve) => curve !== near.curve);
    showTip(event, title(k), here.sort((a, b) => b.point.value - a.point.value)
      .map(({ curve, point }) => ({
        colour: `var(--m${curve.model})`,
        near: curve === near.curve,
        cells: [data.models[curve.model].label, percent(point.value),
          "low" in point ? between(point.low, point.high) : "extrapolated"],
      })));
  }, () => {
    guide.style("display", "none");
    group.classed("dim", false);
  });
}

const rolloutsOf = (curves) =>
  [...new Set(curves.flatMap((c) => [...c.points, ...c.beyond]).map((p) => p.k))].sort(d3.ascending);

const lastDrawn = (curves) => d3.max(curves, (c) => c.points[c.points.length - 1].k);

// ---- pass@k

function drawPassAtK(box, { curves }) {
  if (!curves.length) return;
  const names = curves.map((curve) => data.models[curve.model].label);
  const beyond = curves.some((curve) => curve.beyond.length);
  const f = frame(box, box.clientWidth < 420 ? 290 : 340,
    { top: beyond ? 26 : 10, right: labelRoom(names), bottom: 42, left: 46 });
  const everywhere = data.curves.flatMap((c) => c.curves);
  const y = rateAxis(f, sharedTop(everywhere.flatMap((c) => [...c.points, ...c.beyond])));
  const drawn = lastDrawn(curves);
  const x = rolloutsAxis(f, rolloutsOf(curves), drawn);
  if (beyond) markDrawn(f, x(drawn));
  const group = drawLines(f, curves, x, y);
  drawDots(group, x, y, (p, c) => p.k > 1 && 2 * p.k > c.points[c.points.length - 1].k);
  nameCurves(f, curves, y);
  followRollouts(f, group, curves, x, y, (k) => `pass@${k}`);
}

/** Tells what was drawn from what is extrapolated, above the plot. */
function markDrawn(f, at) {
  f.svg.append("line").attr("class", "guide").attr("x1", at).attr("x2", at)
    .attr("y1", 4).attr("y2", f.bottom);
  f.svg.append("text").attr("x", at - 6).attr("y", 13).attr("text-anchor", "end").text("drawn");
  f.svg.append("text").attr("x", at + 6).attr("y", 13).text("extrapolated");
}

// ---- correct mass never drawn

function drawUndrawn(box, { curves }) {
  const names = curves.map((curve) => data.models[curve.model].label);
  const f = frame(box, box.clientWidth < 420 ? 290 : 340,
    { top: 10, right: labelRoom(names), bottom: 42, left: 46 });
  const y = rateAxis(f, 1);
  const x = rolloutsAxis(f, rolloutsOf(curves), lastDrawn(curves));
  const group = drawLines(f, curves, x, y);
  drawDots(group, x, y, (p, c) => p === c.points[c.points.length - 1]);
  nameCurves(f, curves, y);
  followRollouts(f, group, curves, x, y, (k) => `after ${k} rollout${k === 1 ? "" : "s"}`);
}
