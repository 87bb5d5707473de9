// Reward against training compute with its fitted curve: solid where there are points, dashed beyond.

function drawScaling(box, { points, curve, last, asymptote, unit, forecasts }) {
  const f = frame(box, box.clientWidth < 420 ? 290 : 340,
    { top: 14, right: asymptote ? 74 : 18, bottom: 42, left: 46 });
  const y = rateAxis(f, sharedTop([...points, ...curve, ...forecasts, ...(asymptote ? [asymptote] : [])]));
  const [least, most] = d3.extent([...points, ...curve], (p) => p.flops);
  const x = d3.scaleLog([least / 1.15, most * 1.15], [f.margin.left + 6, f.right]);
  computeAxis(f, x, unit);

  const colour = distinct(0);
  const group = f.svg.append("g").style("color", colour);
  if (asymptote) {
    if (asymptote.low !== null && asymptote.high !== null) {
      group.append("rect").attr("class", "band").attr("fill", distinct(1))
        .attr("x", x(last)).attr("width", f.right - x(last))
        .attr("y", y(share(asymptote.high))).attr("height", y(share(asymptote.low)) - y(share(asymptote.high)));
    }
    group.append("line").attr("stroke", distinct(1)).attr("stroke-width", 1.2)
      .attr("x1", x(last)).attr("x2", f.right).attr("y1", y(asymptote.value)).attr("y2", y(asymptote.value));
    nameLines(f, [{ y: y(asymptote.value), height: y(asymptote.value),
      text: `A ${percent(asymptote.value)}`, colour: distinct(1) }]);
  }
  const area = d3.area().defined((p) => p.low !== null && p.high !== null)
    .x((p) => x(p.flops)).y0((p) => y(share(p.low))).y1((p) => y(share(p.high)));
  const line = d3.line().x((p) => x(p.flops)).y((p) => y(p.value));
  const inside = curve.filter((p) => p.flops <= last);
  const beyond = curve.filter((p) => p.flops >= last);
  if (curve.length) {
    group.append("path").attr("class", "band").attr("fill", "currentColor").attr("d", area(curve));
    group.append("path").attr("class", "curve").attr("stroke", "currentColor").attr("d", line(inside));
    group.append("path").attr("class", "curve beyond").attr("stroke", "currentColor").attr("d", line(beyond));
  }
  const measured = [...points, ...forecasts];
  group.selectAll("line.error").data(measured.filter((p) => p.low !== null && p.high !== null)).join("line")
    .attr("class", "error").attr("stroke", "currentColor").attr("stroke-width", 1.2)
    .attr("x1", (p) => x(p.flops)).attr("x2", (p) => x(p.flops))
    .attr("y1", (p) => y(share(p.low))).attr("y2", (p) => y(share(p.high)));
  group.selectAll("circle").data(measured).join("circle")
    .attr("cx", (p) => x(p.flops)).attr("cy", (p) => y(p.value)).attr("r", 3.2)
    .attr("stroke", "currentColor").attr("stroke-width", 1.4)
    .style("fill", (p) => (forecasts.includes(p) ? "var(--paper)" : "currentColor"));

  onPointer(f.svg, (event) => {
    const [px] = d3.pointer(event, f.svg.node());
    const nearest = (places) => d3.least(places, (p) => Math.abs(x(p.flops) - px));
    const at = nearest([...measured, ...beyond.slice(1)]);
    const fitted = curve.length ? nearest(curve) : null;
    const rows = points.includes(at)
      ? [{ colour, cells: ["measured", percent(at.value), between(at.low, at.high)] }]
      : forecasts.includes(at)
        ? [{ colour, cells: ["forecast", percent(at.value), between(at.low, at.high)] }]
        : [];
    if (fitted) rows.push({ cells: ["curve", percent(fitted.value), ...(fitted.low === null ? [] : [between(fitted.low, fitted.high)])] });
    showTip(event, `${scientific(at.flops)} ${unit || "compute"}`, rows);
  }, () => {});
}

DRAW.scaling = (box) => drawScaling(box, data.scaling[box.dataset.index]);
