// Two shares for each rubric: filled among failures or flagged rollouts, hollow among the others.
DRAW.flags = (box) => {
  const { marks } = data.flags[box.dataset.index];
  if (!marks.length) return;
  const names = [...new Set(marks.map((mark) => mark.rubric))];
  const f = frame(box, 60 + names.length * 34, { top: 14, right: 14, bottom: 40, left: 170 });
  const x = d3.scaleLinear([0, 1], [f.margin.left, f.right]);
  const y = d3.scaleBand(names, [f.margin.top, f.bottom]).padding(0.3);
  bottomAxis(f, d3.axisBottom(x).ticks(5).tickSize(4), "share of rollouts");
  f.svg.append("g").selectAll("text").data(names).join("text").attr("class", "axis-label").attr("text-anchor", "end")
    .attr("x", f.margin.left - 8).attr("y", (name) => y(name) + y.bandwidth() / 2).attr("dy", "0.35em").text((name) => name);
  const at = (mark) => y(mark.rubric) + y.bandwidth() * (mark.first ? 0.25 : 0.75);
  const group = f.svg.append("g").selectAll("g").data(marks).join("g").style("color", distinct(0));
  group.append("line").attr("stroke", "currentColor").attr("stroke-opacity", 0.5)
    .attr("x1", (mark) => x(mark.low)).attr("x2", (mark) => x(mark.high)).attr("y1", at).attr("y2", at);
  group.append("circle").attr("r", 4).attr("cx", (mark) => x(mark.value)).attr("cy", at).attr("stroke", "currentColor")
    .attr("fill", (mark) => (mark.first ? "currentColor" : "var(--paper)"))
    .append("title").text((mark) => `${mark.of}: ${mark.value.toFixed(3)}`);
};
