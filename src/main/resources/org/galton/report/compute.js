// Pass rate against training compute.

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
  const room = Math.pow(most / least, 0.03);
  const x = d3.scaleLog([least / room, most * room], [f.margin.left + 6, f.right]);
  computeAxis(f, x);

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
