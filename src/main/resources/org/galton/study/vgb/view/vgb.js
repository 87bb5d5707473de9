// Distance to the target against tokens, two lines a kind of values.

function drawVgbHorizons(box, { lines }) {
  const points = lines.flatMap((line) => line.points);
  const f = frame(box, 300, { top: 28, right: 14, bottom: 42, left: 56 });
  const [least, most] = d3.extent(points, (p) => p.tokens);
  const x = d3.scaleLinear([least - 0.5, most + 0.5], [f.margin.left, f.right]);
  const highest = d3.max(points, (p) => Math.max(p.oneWay, p.firstLeaf));
  const y = d3.scaleLinear([0, Math.max(0.05, highest * 1.05)], [f.bottom, f.margin.top]);
  leftAxis(f, y, d3.format(".2f"), "distance to the target", y.ticks(5));
  const lengths = [...new Set(points.map((p) => p.tokens))];
  bottomAxis(f, d3.axisBottom(x).tickSize(4).tickValues(lengths).tickFormat(d3.format("d")), "tokens of a sequence");
  const group = f.svg.append("g").selectAll("g").data(lines).join("g").style("color", (_, i) => distinct(i));
  for (const [key, dashes] of [["oneWay", null], ["firstLeaf", "4 3"]]) {
    const path = d3.line().x((p) => x(p.tokens)).y((p) => y(p[key]));
    group.append("path").attr("class", "curve step").attr("stroke", "currentColor").attr("stroke-dasharray", dashes)
      .attr("d", (line) => path(line.points));
    group.selectAll(`circle.${key}`).data((line) => line.points).join("circle").attr("class", key).attr("r", 2.5)
      .attr("fill", "currentColor").attr("cx", (p) => x(p.tokens)).attr("cy", (p) => y(p[key]));
  }
  colourLegend(box, lines.map((line) => line.name));
  onPointer(f.svg, (event) => {
    const [px, py] = d3.pointer(event, f.svg.node());
    const distance = (p) => Math.min(Math.hypot(x(p.tokens) - px, y(p.oneWay) - py), Math.hypot(x(p.tokens) - px, y(p.firstLeaf) - py));
    const i = d3.leastIndex(lines, (line) => d3.min(line.points, distance));
    const at = d3.least(lines[i].points, distance);
    showTip(event, lines[i].name, [
      { cells: ["tokens", String(at.tokens)] },
      { cells: ["one way", at.oneWay.toFixed(4)] },
      { cells: ["first leaf", at.firstLeaf.toFixed(4)] },
    ]);
  }, () => {});
}

DRAW.vgbHorizons = (box) => drawVgbHorizons(box, data.vgb[box.dataset.index]);
