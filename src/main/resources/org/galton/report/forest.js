// Paired differences as points with intervals about a zero line.

const FALSE_DISCOVERIES = 0.05;
const points = (difference) => (100 * difference).toFixed(1).replace(/^-(0\.0)$/, "$1");
const signed = (difference) =>
  (points(difference) > 0 ? "+" : "") + points(difference).replace("-", "\u2212");
const tellsApart = (line) => line.q !== null && line.q < FALSE_DISCOVERIES;

/** One scale for all forests, so that they compare by eye; symmetric would waste half of most. */
function differenceDomain() {
  const lines = data.forests.flatMap((forest) => forest.groups.flatMap((group) => group.lines));
  const ends = lines.flatMap((line) => [line.difference, line.low ?? 0, line.high ?? 0, 0]);
  const [low, high] = d3.extent(ends);
  const [from, to] = d3.scaleLinear().domain([low, Math.max(high, low + 0.02)]).nice(5).domain();
  return [Math.max(-1, from), Math.min(1, to)];
}

/** Rows from top to bottom: a metric's heading, then its differences. */
function forestRows(groups, lineHeight) {
  let top = 0;
  const rows = [];
  for (const { metric, lines } of groups) {
    rows.push({ heading: metric, y: top + 14 });
    top += 24;
    for (const line of lines) {
      rows.push({ line, y: top + lineHeight / 2 });
      top += lineHeight;
    }
    top += 8;
  }
  return { rows, height: top };
}

function drawForest(box, { groups }) {
  const lines = groups.flatMap((group) => group.lines);
  if (!lines.length) return;
  const labels = 18 + d3.max(lines, (line) => textWidth(line.label));
  const stacked = labels > 0.4 * box.clientWidth;
  const lineHeight = stacked ? 40 : 26;
  const { rows, height } = forestRows(groups, lineHeight);
  const f = frame(box, height + 42,
    { top: 0, right: 52, bottom: 42, left: stacked ? 8 : labels });
  const x = d3.scaleLinear(differenceDomain(), [f.margin.left, f.right]);
  const ticks = x.ticks(Math.max(2, Math.min(6, Math.floor((f.right - f.margin.left) / 52))));
  f.svg.append("g").attr("class", "grid").selectAll("line").data(ticks).join("line")
    .attr("x1", x).attr("x2", x).attr("y1", 0).attr("y2", f.bottom);
  f.svg.append("line").attr("class", "zero").attr("x1", x(0)).attr("x2", x(0))
    .attr("y1", 0).attr("y2", f.bottom);
  bottomAxis(f, d3.axisBottom(x).tickSize(4).tickValues(ticks).tickFormat((d) => signed(d).replace(".0", "")),
    "difference, percentage points");

  f.svg.append("g").selectAll("text").data(rows.filter((row) => row.heading)).join("text")
    .attr("class", "name heading").attr("x", 0).attr("y", (row) => row.y).text((row) => row.heading);
  const shown = rows.filter((row) => row.line);
  const centre = (row) => row.y + (stacked ? 9 : 0);
  const group = f.svg.append("g").selectAll("g").data(shown).join("g")
    .attr("class", (row) => (tellsApart(row.line) ? "difference apart" : "difference"));
  group.append("text")
    .attr("x", stacked ? 8 : f.margin.left - 10).attr("text-anchor", stacked ? "start" : "end")
    .attr("y", (row) => (stacked ? row.y - 8 : row.y)).attr("dy", "0.32em")
    .text((row) => (stacked ? clipped(row.line.label, Math.floor(f.width / 7.8)) : row.line.label));
  group.filter((row) => row.line.low !== null && row.line.high !== null).append("line")
    .attr("class", "interval").attr("y1", centre).attr("y2", centre)
    .attr("x1", (row) => x(Math.max(-1, row.line.low))).attr("x2", (row) => x(Math.min(1, row.line.high)));
  group.append("circle").attr("r", 4.5).attr("cx", (row) => x(row.line.difference)).attr("cy", centre);
  group.append("text").attr("class", "figure").attr("x", f.width).attr("text-anchor", "end")
    .attr("y", centre).attr("dy", "0.32em").text((row) => signed(row.line.difference));
  followDifferences(f, group, lineHeight);
}

function followDifferences(f, group, lineHeight) {
  group.append("rect").attr("class", "catch").attr("x", 0).attr("width", f.width)
    .attr("y", (row) => row.y - lineHeight / 2).attr("height", lineHeight)
    .on("pointermove pointerdown", (event, { line }) => showTip(event, line.label, [
      { cells: ["difference", `${signed(line.difference)} points`] },
      { cells: ["95\u202f% interval",
        line.low === null ? "none" : `${signed(line.low)} to ${signed(line.high)}`] },
      { cells: ["q", line.q === null ? "none" : line.q < 0.001 ? "below 0.001" : line.q.toFixed(3)] },
      { cells: ["prompts", line.prompts] },
    ]));
  onPointer(f.svg, () => {}, () => {});
}
