// Mean expression by place in a sentence, with its spread over cells, and the fitted line.

function drawCellRanks(box, places) {
  const f = frame(box, box.clientWidth < 420 ? 290 : 340, { top: 22, right: 18, bottom: 42, left: 46 });
  const x = d3.scaleLog([1, d3.max(places, (p) => p.rank + 1) * 1.1], [f.margin.left + 6, f.right]);
  const y = d3.scaleLinear([
    Math.min(0, d3.min(places, (p) => p.fitted)),
    d3.max(places, (p) => Math.max(p.fitted, p.expression + p.deviation)),
  ], [f.bottom, f.margin.top]).nice(5);
  leftAxis(f, y, plain, "expression, log10(1 + count)");
  const ticks = x.ticks().filter((v) => Number.isInteger(+Math.log10(v).toFixed(9)));
  bottomAxis(f, d3.axisBottom(x).tickSize(4).tickValues(ticks).tickFormat(d3.format(",")), "1 + rank (log scale)");
  f.svg.append("path").attr("class", "curve").attr("stroke", distinct(1))
    .attr("d", d3.line().x((p) => x(1 + p.rank)).y((p) => y(p.fitted))(places));
  const marks = f.svg.append("g").style("color", distinct(0));
  marks.selectAll("line").data(places).join("line").attr("stroke", "currentColor").attr("stroke-opacity", 0.45)
    .attr("x1", (p) => x(1 + p.rank)).attr("x2", (p) => x(1 + p.rank))
    .attr("y1", (p) => y(p.expression - p.deviation)).attr("y2", (p) => y(p.expression + p.deviation));
  marks.selectAll("circle").data(places).join("circle").attr("fill", "currentColor").attr("r", 2.6)
    .attr("cx", (p) => x(1 + p.rank)).attr("cy", (p) => y(p.expression));
  onPointer(f.svg, (event) => {
    const [px] = d3.pointer(event, f.svg.node());
    const at = d3.least(places, (p) => Math.abs(x(1 + p.rank) - px));
    showTip(event, `rank ${d3.format(",")(at.rank)}`, [
      { colour: distinct(0), cells: ["mean", plain(at.expression)] },
      { cells: ["standard deviation", plain(at.deviation)] },
      { colour: distinct(1), cells: ["line", plain(at.fitted)] },
      { cells: ["cells", d3.format(",")(at.cells)] },
    ]);
  }, () => {});
}

DRAW.cellRanks = (box) => drawCellRanks(box, data.cellRanks);
