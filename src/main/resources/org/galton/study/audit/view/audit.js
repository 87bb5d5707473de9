// Rates of techniques with intervals: dots of models under audit, rings of the base.
DRAW.auditRates = (box) => {
  const rates = data.audit.rates;
  if (!rates.length) return;
  const names = [...new Set(rates.map((r) => `${r.prompts}: ${r.technique}`))];
  const f = frame(box, 60 + 24 * names.length, { top: 14, right: 14, bottom: 40, left: 150 });
  const x = d3.scaleLinear([0, 1], [f.margin.left, f.right]);
  const y = d3.scaleBand(names, [f.margin.top, f.bottom]);
  bottomAxis(f, d3.axisBottom(x).ticks(5, ".0%").tickSize(4), "rate");
  f.svg.append("g").selectAll("text").data(names).join("text").attr("class", "axis-label").attr("text-anchor", "end")
    .attr("x", f.margin.left - 8).attr("y", (n) => y(n) + y.bandwidth() / 2).attr("dy", "0.35em").text((n) => n);
  const shift = (r) => y(`${r.prompts}: ${r.technique}`) + y.bandwidth() * (r.arm === "base" ? 0.7 : 0.35);
  const group = f.svg.append("g").selectAll("g").data(rates).join("g").style("color", (r) => distinct(r.arm === "base" ? 1 : 0));
  group.append("line").attr("stroke", "currentColor").attr("stroke-width", 1.5)
    .attr("x1", (r) => x(r.low)).attr("x2", (r) => x(r.high)).attr("y1", shift).attr("y2", shift);
  group.append("circle").attr("r", 4).attr("cx", (r) => x(r.value)).attr("cy", shift)
    .attr("stroke", "currentColor").attr("fill", (r) => (r.arm === "base" ? "none" : "currentColor"));
  colourLegend(box, ["models under audit", "base"]);
};

// Share of hits by technique, arm and layer as a heat map.
DRAW.auditLayers = (box) => {
  const cells = data.audit.layers;
  if (!cells.length) return;
  const name = (c) => `${c.prompts}: ${c.technique}, ${c.arm}`;
  const rows = [...new Set(cells.map(name))];
  const layers = [...new Set(cells.map((c) => c.layer))].sort(d3.ascending);
  const f = frame(box, 60 + 28 * rows.length, { top: 14, right: 14, bottom: 40, left: 190 });
  const x = d3.scaleBand(layers, [f.margin.left, f.right]).padding(0.04);
  const y = d3.scaleBand(rows, [f.margin.top, f.bottom]).padding(0.08);
  bottomAxis(f, d3.axisBottom(x).tickSize(0), "layer");
  f.svg.append("g").selectAll("text").data(rows).join("text").attr("class", "axis-label").attr("text-anchor", "end")
    .attr("x", f.margin.left - 8).attr("y", (n) => y(n) + y.bandwidth() / 2).attr("dy", "0.35em").text((n) => n);
  const group = f.svg.append("g").selectAll("g").data(cells).join("g");
  group.append("rect").attr("x", (c) => x(c.layer)).attr("y", (c) => y(name(c)))
    .attr("width", x.bandwidth()).attr("height", y.bandwidth()).attr("fill", (c) => d3.interpolateBlues(c.hitRate));
  group.append("text").attr("text-anchor", "middle").attr("dy", "0.35em").style("font-size", "11px")
    .attr("x", (c) => x(c.layer) + x.bandwidth() / 2).attr("y", (c) => y(name(c)) + y.bandwidth() / 2)
    .style("fill", (c) => (c.hitRate > 0.5 ? "#fff" : "#222")).text((c) => c.hitRate.toFixed(2));
};
