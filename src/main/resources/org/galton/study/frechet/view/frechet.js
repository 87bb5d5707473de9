// Distances of groups from a reference, each with its interval, above the floor.

function drawFrechet(box, bars) {
  const f = frame(box, 60 + 22 * bars.length, { top: 10, right: 14, bottom: 42, left: Math.min(260, box.clientWidth / 2.5) });
  const most = d3.max(bars, (bar) => Math.max(bar.distance, bar.high ?? 0, bar.floor ?? 0));
  const x = d3.scaleLinear([0, most * 1.05 || 1], [f.margin.left, f.right]);
  const y = d3.scaleBand(d3.range(bars.length), [f.margin.top, f.bottom]).padding(0.35);
  bottomAxis(f, d3.axisBottom(x).tickSize(4).ticks(5), "squared distance");
  const rows = f.svg.append("g").selectAll("g").data(bars).join("g").attr("transform", (_, i) => `translate(0,${y(i)})`);
  rows.append("text").attr("class", "tick").attr("x", f.margin.left - 8).attr("y", y.bandwidth() / 2).attr("dy", "0.32em")
    .attr("text-anchor", "end").text((bar) => bar.name.length > 40 ? `${bar.name.slice(0, 39)}…` : bar.name);
  rows.filter((bar) => bar.floor !== null).append("rect").attr("x", x(0)).attr("width", (bar) => x(bar.floor) - x(0))
    .attr("height", y.bandwidth()).attr("fill", "currentColor").attr("fill-opacity", 0.15);
  const marks = rows.append("g").style("color", distinct(0));
  marks.filter((bar) => bar.low !== null).append("line").attr("stroke", "currentColor").attr("stroke-width", 2)
    .attr("x1", (bar) => x(bar.low)).attr("x2", (bar) => x(bar.high)).attr("y1", y.bandwidth() / 2).attr("y2", y.bandwidth() / 2);
  marks.append("circle").attr("cx", (bar) => x(bar.distance)).attr("cy", y.bandwidth() / 2).attr("r", 4)
    .attr("stroke", "currentColor").attr("fill", (bar) => (bar.lowN ? "none" : "currentColor"));
  onPointer(f.svg, (event) => {
    const [, py] = d3.pointer(event, f.svg.node());
    const bar = bars[Math.max(0, Math.min(bars.length - 1, Math.floor((py - f.margin.top) / y.step())))];
    const number = d3.format(".4~g");
    showTip(event, bar.name, [
      { cells: ["distance", number(bar.distance)] },
      { cells: ["interval", bar.low === null ? "–" : `${number(bar.low)} to ${number(bar.high)}`] },
      { cells: ["floor", bar.floor === null ? "–" : number(bar.floor)] },
    ]);
  }, () => {});
}

DRAW.frechetDistances = (box) => drawFrechet(box, data.frechet);
