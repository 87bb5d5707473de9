// Detailed balance by eye: loops both ways round, and pairs against the potential. In balance all
// points lie on the line where both axes are the same.

const nats = (value) => value.toFixed(2).replace(/^-(0\.00)$/, "$1").replace("-", "\u2212");

function drawAgreement(box, points, across, up) {
  if (!points.length) return;
  const width = Math.min(460, Math.max(260, box.clientWidth));
  const f = frame({ clientWidth: width, replaceChildren: (svg) => box.replaceChildren(svg) },
    0.8 * width, { top: 24, right: 14, bottom: 42, left: 46 });
  const ends = (values) => d3.scaleLinear(d3.extent(values), [0, 1]).nice(5).domain();
  const y = d3.scaleLinear(ends(points.flatMap((p) => [p.y - p.sd, p.y + p.sd, p.x])), [f.bottom, f.margin.top]);
  const x = d3.scaleLinear(ends(points.map((p) => p.x)), [f.margin.left + 8, f.right]);
  leftAxis(f, y, plain, up);
  bottomAxis(f, d3.axisBottom(x).ticks(5).tickSize(4).tickFormat(plain), across);
  const [from, to] = [Math.max(x.domain()[0], y.domain()[0]), Math.min(x.domain()[1], y.domain()[1])];
  f.svg.append("line").attr("class", "zero").attr("x1", x(from)).attr("x2", x(to)).attr("y1", y(from)).attr("y2", y(to));
  const group = f.svg.append("g").selectAll("g").data(points).join("g")
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
  "V(f) − V(g)", "ln T(f→g) / T(g→f)");
