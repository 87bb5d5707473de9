// Figures of a training by step: lines with bands and levels to compare with, and parts of a whole.

const figure = (value) => (value !== 0 && (Math.abs(value) < 0.01 || Math.abs(value) >= 1e5) ? scientific(value) : plain(value));
const STEP_SCALES = {
  SHARE: { axis: (v) => `${+(100 * v).toFixed(4)}\u202f%`, tip: (v) => `${+(100 * v).toFixed(3)}\u202f%` },
  POINTS: { axis: (v) => signed(v).replace(/\.0$/, ""), tip: signed },
  PLAIN: { axis: figure, tip: figure },
  LOG: { axis: figure, tip: figure },
};
const MOST_DOTS = 60;
const stepsOf = ({ from, step }) => (from === step ? `step ${step}` : `steps ${from} to ${step}`);

function stepAxis(f, first, last) {
  const x = d3.scaleLinear([first - 0.5, last + 0.5], [f.margin.left, f.right]);
  const ticks = x.ticks(Math.max(2, Math.min(8, Math.floor((f.right - f.margin.left) / 56)))).filter(Number.isInteger);
  bottomAxis(f, d3.axisBottom(x).tickSize(4).tickValues(ticks).tickFormat(d3.format(",d")), "step");
  return x;
}

/** Ends of all that is drawn: from 0 where nothing lies below, and on a log scale what is above 0. */
function stepLevels(f, scale, values) {
  if (scale === "LOG") {
    const [least, most] = d3.extent(values.filter((value) => value > 0));
    const y = d3.scaleLog([least / 1.3, most * 1.3], [f.bottom, f.margin.top]);
    const decades = y.ticks().filter((v) => Number.isInteger(+Math.log10(v).toFixed(9)));
    return { y, ticks: decades.length > 1 ? decades : y.ticks(4) };
  }
  const [low, high] = d3.extent([0, ...values]);
  const y = d3.scaleLinear([low, high > low ? high : scale === "PLAIN" ? 1 : 0.01], [f.bottom, f.margin.top]).nice(5);
  return { y, ticks: y.ticks(5) };
}

function drawStepLines(box, { axis, scale, lines, guides }) {
  const points = lines.flatMap((line) => line.points);
  if (!points.length) return box.replaceChildren("No step has this figure.");
  const shown = STEP_SCALES[scale];
  const f = frame(box, 270, { top: 28, right: 14, bottom: 42, left: 62 });
  const { y, ticks } = stepLevels(f, scale,
    [...points.flatMap((p) => [p.value, p.low ?? p.value, p.high ?? p.value]), ...guides.map((g) => g.value)]);
  leftAxis(f, y, shown.axis, axis, ticks);
  const x = stepAxis(f, d3.min(points, (p) => p.from), d3.max(points, (p) => p.step));
  if (scale === "POINTS") {
    f.svg.append("line").attr("class", "zero").attr("x1", f.margin.left).attr("x2", f.right).attr("y1", y(0)).attr("y2", y(0));
  }
  const guide = f.svg.append("g").selectAll("g").data(guides).join("g");
  guide.append("line").attr("class", "guide").attr("x1", f.margin.left).attr("x2", f.right)
    .attr("y1", (g) => y(g.value)).attr("y2", (g) => y(g.value));
  guide.append("text").attr("x", f.right).attr("text-anchor", "end").attr("y", (g) => y(g.value) - 4).text((g) => g.text);

  const drawable = (p) => scale !== "LOG" || p.value > 0;
  const inside = (value) => (scale === "LOG" ? Math.max(value, y.domain()[0]) : value);
  const area = d3.area().defined((p) => p.low !== null && p.high !== null)
    .x((p) => x(p.step)).y0((p) => y(inside(p.low))).y1((p) => y(inside(p.high)));
  const path = d3.line().defined(drawable).x((p) => x(p.step)).y((p) => y(p.value));
  const group = f.svg.append("g").selectAll("g").data(lines).join("g").style("color", (_, i) => distinct(i));
  group.filter((line) => line.points.some((p) => p.low !== null)).append("path")
    .attr("class", "band").attr("fill", "currentColor").attr("d", (line) => area(line.points));
  group.append("path").attr("class", "curve step").attr("stroke", "currentColor").attr("d", (line) => path(line.points));
  group.filter((line) => line.points.length <= MOST_DOTS).selectAll("circle")
    .data((line) => line.points.filter(drawable)).join("circle").attr("r", 2.6).attr("fill", "currentColor")
    .attr("cx", (p) => x(p.step)).attr("cy", (p) => y(p.value));
  if (lines.length > 1) colourLegend(box, lines.map((line) => line.name));

  onPointer(f.svg, (event) => {
    const [px] = d3.pointer(event, f.svg.node());
    const at = d3.least(points, (p) => Math.abs(x(p.step) - px));
    showTip(event, stepsOf(at), lines.flatMap((line, i) => line.points.filter((p) => p.step === at.step).map((p) => ({
      colour: distinct(i),
      cells: [line.name, shown.tip(p.value), ...(p.low === null || p.high === null ? [] : [`${shown.tip(p.low)} to ${shown.tip(p.high)}`])],
    }))));
  }, () => {});
}

function drawStepStack(box, { axis, scale, spans, parts }) {
  const shown = STEP_SCALES[scale];
  const f = frame(box, 270, { top: 28, right: 14, bottom: 42, left: 62 });
  const wholes = spans.map((_, i) => d3.sum(parts, (part) => part.values[i]));
  const { y, ticks } = stepLevels(f, scale, scale === "SHARE" ? [1] : wholes);
  leftAxis(f, y, shown.axis, axis, ticks);
  const x = stepAxis(f, spans[0].from, spans[spans.length - 1].step);
  const below = spans.map(() => 0);
  const cells = parts.flatMap((part) => part.values.map((value, i) => {
    const from = below[i];
    below[i] += value;
    return { part, span: spans[i], from, to: below[i] };
  })).filter((cell) => cell.to > cell.from);
  const left = (span) => x(span.from - 0.5);
  const wide = (span) => x(span.step + 0.5) - left(span);
  const gap = wide(spans[0]) > 5 ? 1 : 0;
  f.svg.append("g").selectAll("rect").data(cells).join("rect").attr("class", "stacked")
    .attr("x", (cell) => left(cell.span)).attr("width", (cell) => wide(cell.span) - gap)
    .attr("y", (cell) => y(cell.to)).attr("height", (cell) => y(cell.from) - y(cell.to))
    .style("fill", (cell) => cell.part.colour);
  colourLegend(box, parts.map((part) => part.name), (i) => parts[i].colour);
  onPointer(f.svg, (event) => {
    const [px] = d3.pointer(event, f.svg.node());
    const i = d3.minIndex(spans, (span) => Math.abs(left(span) + wide(span) / 2 - px));
    showTip(event, stepsOf(spans[i]), parts.map((part) => ({
      colour: part.colour, cells: [part.name, shown.tip(part.values[i])],
    })));
  }, () => {});
}

DRAW.stepLines = (box) => drawStepLines(box, data[box.dataset.from][box.dataset.index]);
DRAW.stepStack = (box) => drawStepStack(box, data[box.dataset.from][box.dataset.index]);
