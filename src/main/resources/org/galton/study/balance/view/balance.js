// Detailed balance by eye: loops both ways round, and pairs against the potential. In balance all
// points lie on the line where both axes are the same.

function drawAgreement(box, points, across, up) {
  if (!points.length) return;
  const width = Math.min(460, Math.max(260, box.clientWidth));
  const f = frame({ clientWidth: width, replaceChildren: (svg) => box.replaceChildren(svg) },
    0.8 * width, { top: 24, right: 14, bottom: 42, left: 46 });
  const around = (values) => {
    const [low, high] = d3.extent(values);
    const room = Math.max(0.02 * (high - low), 0.5 - (high - low) / 2);
    return [low - room, high + room];
  };
  const y = d3.scaleLinear(around(points.flatMap((p) => [p.x, p.y - p.sd, p.y + p.sd])), [f.bottom, f.margin.top]);
  const x = d3.scaleLinear(around(points.map((p) => p.x)), [f.margin.left + 8, f.right]);
  const [from, to] = x.domain();

  leftAxis(f, y, plain, up);
  bottomAxis(f, d3.axisBottom(x).ticks(5).tickSize(4).tickFormat(plain), across);
  f.svg.append("line").attr("class", "zero").attr("x1", x(from)).attr("x2", x(to)).attr("y1", y(from)).attr("y2", y(to));
  const group = f.svg.append("g").attr("class", points.length > 60 ? "crowded" : null).selectAll("g").data(points).join("g")
    .attr("class", (p) => (p.apart ? "difference apart" : "difference"));
  group.append("line").attr("class", "interval").attr("x1", (p) => x(p.x)).attr("x2", (p) => x(p.x))
    .attr("y1", (p) => y(p.y - p.sd)).attr("y2", (p) => y(p.y + p.sd));
  group.append("circle").attr("r", points.length > 60 ? 2.6 : 3.6).attr("cx", (p) => x(p.x)).attr("cy", (p) => y(p.y));
  group.filter((p) => p.apart).raise();
  onPointer(f.svg, (event) => {
    const [px, py] = d3.pointer(event, f.svg.node());
    const near = d3.least(points, (p) => Math.hypot(x(p.x) - px, y(p.y) - py));
    group.classed("dim", (p) => p !== near);
    showTip(event, near.name, factRows(near.facts));
  }, () => group.classed("dim", false));
}

const drawLoops = (box, { loops }) => drawAgreement(box,
  loops.map((loop) => ({ ...loop, x: loop.backward, y: loop.forward, apart: loop.violated })),
  "sum of ln T, one way round", "sum of ln T, the other way");

const drawRatios = (box, { pairs }) => drawAgreement(box,
  pairs.map((pair) => ({ ...pair, x: pair.fall, y: pair.ratio, apart: false })),
  "β (V(f) − V(g))", "ln T(f→g) / T(g→f)");

DRAW.loops = (box) => drawLoops(box, data.balance.cycles[box.dataset.index]);
DRAW.ratios = (box) => drawRatios(box, data.balance.pairs[box.dataset.index]);
