// Mean scores against the dose: a line a model, and a heavy one for all of them with its intervals.

function drawDoses(box, { lines }) {
  const several = lines.length > 1;
  const all = lines.flatMap((line) => line.points);
  const whole = lines.filter((line) => line.whole || !several).flatMap((line) => line.points);
  const f = frame(box, 270, { top: 24, right: 16, bottom: 42, left: 58 });
  const x = d3.scaleLinear(d3.extent(all, (p) => p.dose), [f.margin.left + 8, f.right]);
  const reach = d3.extent([...all.map((p) => p.mean), ...whole.flatMap((p) => [p.low ?? p.mean, p.high ?? p.mean])]);
  const y = d3.scaleLinear(reach[0] === reach[1] ? [reach[0] - 1, reach[1] + 1] : reach, [f.bottom - 6, f.margin.top + 4]).nice(5);
  leftAxis(f, y, d3.format(".4~g"), "mean score", y.ticks(5));
  bottomAxis(f, d3.axisBottom(x).tickSize(4).ticks(6), "dose");
  const colour = (line, i) => (line.whole ? "currentColor" : distinct(several ? i - 1 : 0));
  const path = d3.line().x((p) => x(p.dose)).y((p) => y(p.mean));
  const group = f.svg.append("g").selectAll("g").data(lines).join("g").style("color", colour);
  const bars = group.filter((line) => line.whole || !several).selectAll("line").data((line) => line.points.filter((p) => p.low !== null)).join("line");
  bars.attr("stroke", "currentColor").attr("stroke-width", 1.5).attr("stroke-opacity", 0.6)
    .attr("x1", (p) => x(p.dose)).attr("x2", (p) => x(p.dose)).attr("y1", (p) => y(p.low)).attr("y2", (p) => y(p.high));
  group.append("path").attr("fill", "none").attr("stroke", "currentColor").attr("d", (line) => path(line.points))
    .attr("stroke-width", (line) => (line.whole ? 2.4 : 1.3));
  group.selectAll("circle").data((line) => line.points).join("circle").attr("r", 3).attr("fill", "currentColor")
    .attr("cx", (p) => x(p.dose)).attr("cy", (p) => y(p.mean));
  if (several) colourLegend(box, lines.map((line) => line.name), (i) => colour(lines[i], i));
  const doses = [...new Set(all.map((p) => p.dose))];
  onPointer(f.svg, (event) => {
    const [px] = d3.pointer(event, f.svg.node());
    const dose = doses[d3.leastIndex(doses, (one) => Math.abs(x(one) - px))];
    showTip(event, `dose ${plain(dose)}`, lines.flatMap((line) => line.points.filter((p) => p.dose === dose)
      .map((p) => ({ cells: [line.name, plain(p.mean), p.low === null ? "" : `${plain(p.low)} to ${plain(p.high)}`] }))));
  }, () => {});
}

DRAW.doseLines = (box) => drawDoses(box, data.doses[box.dataset.index]);
