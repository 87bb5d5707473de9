// Share of issues resolved against the number of patches and test patches, a line a way to choose.

function drawSelection(box, { lines }) {
  const sizes = lines[0].points.map((p) => p.size);
  const f = frame(box, 260, { top: 24, right: 14, bottom: 42, left: 52 });
  const x = d3.scalePoint(sizes, [f.margin.left, f.right]).padding(0.3);
  const y = d3.scaleLinear([0, 1], [f.bottom, f.margin.top]);
  leftAxis(f, y, (v) => `${Math.round(100 * v)}\u202f%`, "issues resolved", y.ticks(5));
  bottomAxis(f, d3.axisBottom(x).tickSize(4), "patches × test patches");
  const path = d3.line().x((p) => x(p.size)).y((p) => y(p.accuracy));
  const group = f.svg.append("g").selectAll("g").data(lines).join("g").style("color", (_, i) => distinct(i));
  group.append("path").attr("class", "curve step").attr("stroke", "currentColor").attr("d", (line) => path(line.points));
  group.selectAll("circle").data((line) => line.points).join("circle").attr("r", 3).attr("fill", "currentColor")
    .attr("cx", (p) => x(p.size)).attr("cy", (p) => y(p.accuracy));
  colourLegend(box, lines.map((line) => line.name));
  onPointer(f.svg, (event) => {
    const [px] = d3.pointer(event, f.svg.node());
    const i = d3.leastIndex(sizes, (size) => Math.abs(x(size) - px));
    showTip(event, sizes[i], lines.map((line) => ({
      cells: [line.name, `${(100 * line.points[i].accuracy).toFixed(1)}\u202f%`],
    })));
  }, () => {});
}

DRAW.selectionArms = (box) => drawSelection(box, data.selection[box.dataset.index]);
