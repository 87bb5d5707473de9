// Bars that are divided into parts by their counts.

function drawShares(box, { parts, bars }) {
  const f = frame(box, 56 + 30 * bars.length, { top: 6, right: 16, bottom: 42, left: Math.min(240, box.clientWidth / 3) });
  const x = d3.scaleLinear([0, 1], [f.margin.left, f.right]);
  const y = d3.scaleBand(d3.range(bars.length), [f.margin.top, f.bottom]).padding(0.3);
  bottomAxis(f, d3.axisBottom(x).tickSize(4).ticks(5).tickFormat(percent), "share");
  const rows = f.svg.append("g").selectAll("g").data(bars).join("g").attr("transform", (_, i) => `translate(0,${y(i)})`);
  rows.append("text").attr("class", "tick").attr("x", f.margin.left - 8).attr("y", y.bandwidth() / 2).attr("dy", "0.32em")
    .attr("text-anchor", "end").text((bar) => clipped(bar.name, 32));
  rows.selectAll("rect").data((bar) => {
    const all = d3.sum(bar.counts) || 1;
    const ends = d3.cumsum(bar.counts);
    return bar.counts.map((count, i) => ({ from: (ends[i] - count) / all, to: ends[i] / all, i }));
  }).join("rect").attr("x", (p) => x(p.from)).attr("width", (p) => Math.max(0, x(p.to) - x(p.from) - 1))
    .attr("height", y.bandwidth()).attr("fill", (p) => distinct(p.i));
  colourLegend(box, parts);
  onPointer(f.svg, (event) => {
    const [, py] = d3.pointer(event, f.svg.node());
    const bar = bars[Math.max(0, Math.min(bars.length - 1, Math.floor((py - f.margin.top) / y.step())))];
    const all = d3.sum(bar.counts) || 1;
    showTip(event, bar.name, parts.map((part, i) => ({ cells: [part, String(bar.counts[i]), percent(bar.counts[i] / all)] })));
  }, () => {});
}

DRAW.junkShares = (box) => drawShares(box, data.shares);
