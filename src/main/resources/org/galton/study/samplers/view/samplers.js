// Prompts solved against tokens of a prompt, a line a sampler.

function drawSamplerCosts(box, { lines }) {
  const points = lines.flatMap((line) => line.points);
  const f = frame(box, 300, { top: 28, right: 14, bottom: 42, left: 56 });
  const [least, most] = d3.extent(points, (p) => p.tokens);
  const x = d3.scaleLog([least / 1.3, most * 1.3], [f.margin.left, f.right]);
  const y = d3.scaleLinear([0, 1], [f.bottom, f.margin.top]);
  leftAxis(f, y, (v) => `${Math.round(100 * v)}\u202f%`, "prompts solved", y.ticks(5));
  const ticks = x.ticks().filter((v) => /^[125]0*$/.test(String(v)));
  bottomAxis(f, d3.axisBottom(x).tickSize(4).tickValues(ticks).tickFormat(d3.format(",d")), "tokens of a prompt");
  const path = d3.line().x((p) => x(p.tokens)).y((p) => y(p.solved));
  const group = f.svg.append("g").selectAll("g").data(lines).join("g").style("color", (_, i) => distinct(i));
  group.append("path").attr("class", "curve step").attr("stroke", "currentColor").attr("d", (line) => path(line.points));
  group.selectAll("line").data((line) => line.points.filter((p) => p.low !== null && p.high !== null)).join("line")
    .attr("stroke", "currentColor").attr("stroke-opacity", 0.45)
    .attr("x1", (p) => x(p.tokens)).attr("x2", (p) => x(p.tokens)).attr("y1", (p) => y(p.low)).attr("y2", (p) => y(p.high));
  group.selectAll("circle").data((line) => line.points).join("circle").attr("r", 3).attr("fill", "currentColor")
    .attr("cx", (p) => x(p.tokens)).attr("cy", (p) => y(p.solved));
  colourLegend(box, lines.map((line) => line.name));
  onPointer(f.svg, (event) => {
    const [px, py] = d3.pointer(event, f.svg.node());
    const distance = (p) => Math.hypot(x(p.tokens) - px, y(p.solved) - py);
    const i = d3.leastIndex(lines, (line) => d3.min(line.points, distance));
    const at = d3.least(lines[i].points, distance);
    showTip(event, lines[i].name, [
      { cells: ["rollouts", String(at.rollouts)] },
      { cells: ["tokens", d3.format(",d")(Math.round(at.tokens))] },
      { cells: ["solved", `${(100 * at.solved).toFixed(1)}\u202f%`] },
    ]);
  }, () => {});
}

DRAW.samplerCosts = (box) => drawSamplerCosts(box, data.samplers[box.dataset.index]);
