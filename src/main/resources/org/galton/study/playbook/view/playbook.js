// A figure against steps, a line for each arm, with a band where it has intervals.

function drawPlaybookSteps(box, { lines, axis, share }) {
  const points = lines.flatMap((line) => line.points);
  if (!points.length) return;
  const f = frame(box, 300, { top: 28, right: 14, bottom: 42, left: 56 });
  const last = d3.max(points, (p) => p.step);
  const x = d3.scaleLinear([0, Math.max(1, last)], [f.margin.left + 4, f.right - 4]);
  const highest = share ? 1 : Math.max(1, d3.max(points, (p) => p.value) * 1.05);
  const y = d3.scaleLinear([0, highest], [f.bottom, f.margin.top]);
  leftAxis(f, y, share ? d3.format(".0%") : d3.format(",d"), axis, y.ticks(5));
  const ticks = x.ticks(6).filter(Number.isInteger);
  bottomAxis(f, d3.axisBottom(x).tickSize(4).tickValues(ticks).tickFormat(d3.format("d")), "steps");
  const group = f.svg.append("g").selectAll("g").data(lines).join("g").style("color", (_, i) => distinct(i));
  const area = d3.area().x((p) => x(p.step)).y0((p) => y(p.low)).y1((p) => y(p.high));
  group.filter((line) => line.points.every((p) => p.low !== null)).append("path").attr("class", "band")
    .attr("fill", "currentColor").attr("d", (line) => area(line.points));
  const path = d3.line().x((p) => x(p.step)).y((p) => y(p.value));
  group.append("path").attr("class", "curve").attr("stroke", "currentColor").attr("d", (line) => path(line.points));
  colourLegend(box, lines.map((line) => line.name));
  onPointer(f.svg, (event) => {
    const [px, py] = d3.pointer(event, f.svg.node());
    const distance = (p) => Math.hypot(x(p.step) - px, y(p.value) - py);
    const i = d3.leastIndex(lines, (line) => d3.min(line.points, distance));
    const at = d3.least(lines[i].points, distance);
    showTip(event, lines[i].name, [
      { cells: ["step", String(at.step)] },
      { cells: [axis, share ? at.value.toFixed(3) : d3.format(",d")(at.value)] },
    ]);
  }, () => {});
}

DRAW.playbookSteps = (box) => drawPlaybookSteps(box, data.playbook[box.dataset.index]);
