// Measures from 0 to 1, a line each, with the agents of a task beside one another.
DRAW.reliability = (box) => {
  const { agents, marks } = data.reliability[box.dataset.index];
  if (!marks.length) return;
  const names = [...new Set(marks.map((mark) => mark.measure))];
  const f = frame(box, 60 + names.length * (12 + 7 * agents.length), { top: 14, right: 14, bottom: 40, left: 190 });
  const x = d3.scaleLinear([0, 1], [f.margin.left, f.right]);
  const y = d3.scaleBand(names, [f.margin.top, f.bottom]).padding(0.2);
  bottomAxis(f, d3.axisBottom(x).ticks(5).tickSize(4), "value");
  f.svg.append("g").selectAll("text").data(names).join("text").attr("class", "axis-label").attr("text-anchor", "end")
    .attr("x", f.margin.left - 8).attr("y", (name) => y(name) + y.bandwidth() / 2).attr("dy", "0.35em").text((name) => name);
  const at = (mark) => y(mark.measure) + (y.bandwidth() * (mark.agent + 0.5)) / agents.length;
  const group = f.svg.append("g").selectAll("g").data(marks).join("g").style("color", (mark) => distinct(mark.agent));
  group.filter((mark) => mark.low !== null).append("line").attr("stroke", "currentColor").attr("stroke-opacity", 0.5)
    .attr("x1", (mark) => x(mark.low)).attr("x2", (mark) => x(mark.high)).attr("y1", at).attr("y2", at);
  group.append("circle").attr("r", 3.5).attr("cx", (mark) => x(mark.value)).attr("cy", at).attr("fill", "currentColor");
  colourLegend(box, agents);
};
