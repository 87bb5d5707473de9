// Figures of majority votes against n, the occurrences that a vote asks for.

/** The axis of a vote's figure: decades on a log scale, so far as it spans some. */
function voteAxis(f, scale, axis, points) {
  const values = points.flatMap((p) => [p.value, p.low ?? p.value, p.high ?? p.value]);
  if (scale === "LOG") {
    const [least, most] = d3.extent(values.filter((value) => value > 0));
    const y = d3.scaleLog([least / 1.3, most * 1.3], [f.bottom, f.margin.top]);
    const decades = y.ticks().filter((v) => Number.isInteger(+Math.log10(v).toFixed(9)));
    const step = Math.ceil(decades.length / 7);
    const rounded = y.ticks().filter((v) => [1, 2, 5].includes(+v.toExponential(3).split("e")[0]));
    const ticks = decades.length > 1 ? decades.filter((_, i) => i % step === 0) : rounded;
    leftAxis(f, y, decades.length > 1 ? powerOfTen : small, axis, ticks);
    return y;
  }
  const reach = scale === "SHARE" ? [1] : points.map((p) => p.accept);
  const y = d3.scaleLinear([Math.min(0, ...values), Math.max(...values, ...reach)], [f.bottom, f.margin.top]).nice(5);
  leftAxis(f, y, scale === "SHARE" ? (v) => `${+(100 * v).toFixed(1)}\u202f%` : plain, axis);
  return y;
}

function drawVotes(box, { axis, scale, series }) {
  const points = series.flatMap((s) => s.points);
  const f = frame(box, 270, { top: 28, right: 14, bottom: 42, left: 52 });
  const y = voteAxis(f, scale, axis, points);
  const [least, most] = d3.extent(points, (p) => p.accept);
  const x = d3.scaleLinear([least - 0.4, most + 0.4], [f.margin.left, f.right]);
  bottomAxis(f, d3.axisBottom(x).tickSize(4).tickValues(d3.range(least, most + 1, Math.ceil((most - least + 1) / 10)))
    .tickFormat(d3.format("d")), "n, occurrences asked for");
  if (scale === "SLOPE") {
    f.svg.append("line").attr("class", "curve beyond").attr("stroke", "var(--quiet)")
      .attr("x1", x(least)).attr("x2", x(most)).attr("y1", y(least)).attr("y2", y(most));
  }
  const inside = (value) => Math.max(y.domain()[0], Math.min(y.domain()[1], value));
  const line = d3.line().x((p) => x(p.accept)).y((p) => y(p.value));
  const group = f.svg.append("g").selectAll("g").data(series).join("g").style("color", (_, i) => distinct(i));
  group.append("path").attr("class", "curve").attr("stroke", "currentColor")
    .attr("d", (s) => line(s.points.filter((p) => p.draws === p.accept)));
  group.selectAll("line").data((s) => s.points.filter((p) => p.low !== null && p.high !== null)).join("line")
    .attr("stroke", "currentColor").attr("stroke-width", 1.2).attr("x1", (p) => x(p.accept)).attr("x2", (p) => x(p.accept))
    .attr("y1", (p) => y(inside(p.low))).attr("y2", (p) => y(inside(p.high)));
  group.selectAll("circle").data((s) => s.points).join("circle").attr("class", "vote").attr("r", 3.4)
    .attr("cx", (p) => x(p.accept)).attr("cy", (p) => y(p.value)).attr("stroke", "currentColor").attr("stroke-width", 1.4)
    .style("fill", (p) => (p.draws === p.accept ? "currentColor" : "var(--paper)"));
  onPointer(f.svg, (event) => {
    const [px] = d3.pointer(event, f.svg.node());
    const n = d3.least(points, (p) => Math.abs(x(p.accept) - px)).accept;
    showTip(event, `at least ${n} alike`, series.flatMap((s, i) =>
      s.points.filter((p) => p.accept === n).map((p) => ({
        colour: distinct(i), cells: [s.name, `of ${p.draws}`, small(p.value)],
      }))));
  }, () => {});
}

const small = (value) => (Math.abs(value) >= 0.01 || value === 0 ? plain(value) : scientific(value));

DRAW.kernelVotes = (box) => drawVotes(box, data.balance.kernelVotes[box.dataset.index]);
DRAW.taskVotes = (box) => drawVotes(box, data.balance.taskVotes[box.dataset.index]);
