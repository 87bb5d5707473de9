// Information in bits as points beside what shuffles give.

const SIGNIFICANT = 0.05;
const LONGEST_QUANTITY = 48;
const fineBits = (value) => value.toFixed(4).replace(/^-(0\.0000)$/, "$1").replace("-", "\u2212");

function drawInformation(box, groups) {
  const lines = groups.flatMap((group) => group.lines);
  const named = (line) => clipped(line.label, LONGEST_QUANTITY);
  const labels = 18 + d3.max(lines, (line) => textWidth(named(line)));
  const stacked = labels > 0.4 * box.clientWidth;
  const lineHeight = stacked ? 40 : 26;
  const { rows, height } = forestRows(
    groups.map((group) => ({ metric: group.heading, lines: group.lines })), lineHeight);
  const f = frame(box, height + 42, { top: 0, right: 58, bottom: 42, left: stacked ? 8 : labels });
  const [low, high] = d3.extent(lines.flatMap((line) => [0, line.bits, line.low, line.high]));
  const x = d3.scaleLinear([low, Math.max(high, low + 0.001)], [f.margin.left, f.right]).nice(5);
  const ticks = x.ticks(Math.max(2, Math.min(6, Math.floor((f.right - f.margin.left) / 64))));
  f.svg.append("g").attr("class", "grid").selectAll("line").data(ticks).join("line")
    .attr("x1", x).attr("x2", x).attr("y1", 0).attr("y2", f.bottom);
  f.svg.append("line").attr("class", "zero").attr("x1", x(0)).attr("x2", x(0))
    .attr("y1", 0).attr("y2", f.bottom);
  bottomAxis(f, d3.axisBottom(x).tickSize(4).tickValues(ticks)
    .tickFormat((tick) => String(tick).replace("-", "\u2212")), "bits");

  f.svg.append("g").selectAll("text").data(rows.filter((row) => row.heading)).join("text")
    .attr("class", "name heading").attr("x", 0).attr("y", (row) => row.y).text((row) => row.heading);
  const centre = (row) => row.y + (stacked ? 9 : 0);
  const group = f.svg.append("g").selectAll("g").data(rows.filter((row) => row.line)).join("g")
    .attr("class", (row) => (row.line.p <= SIGNIFICANT ? "difference apart" : "difference"));
  group.append("text")
    .attr("x", stacked ? 8 : f.margin.left - 10).attr("text-anchor", stacked ? "start" : "end")
    .attr("y", (row) => (stacked ? row.y - 8 : row.y)).attr("dy", "0.32em")
    .text((row) => named(row.line));
  group.append("rect").attr("class", "chance").attr("height", 8).attr("y", (row) => centre(row) - 4)
    .attr("x", (row) => x(row.line.low)).attr("width", (row) => x(row.line.high) - x(row.line.low));
  group.append("line").attr("class", "interval").attr("y1", (row) => centre(row) - 6)
    .attr("y2", (row) => centre(row) + 6)
    .attr("x1", (row) => x(row.line.median)).attr("x2", (row) => x(row.line.median));
  group.append("circle").attr("r", 4.5).attr("cx", (row) => x(row.line.bits)).attr("cy", centre);
  group.append("text").attr("class", "figure").attr("x", f.width).attr("text-anchor", "end")
    .attr("y", centre).attr("dy", "0.32em").text((row) => fineBits(row.line.bits));
  group.append("rect").attr("class", "catch").attr("x", 0).attr("width", f.width)
    .attr("y", (row) => row.y - lineHeight / 2).attr("height", lineHeight)
    .on("pointermove pointerdown", (event, { line }) => showTip(event, line.label, [
      { cells: ["bits", fineBits(line.bits)] },
      { cells: ["median of shuffles", fineBits(line.median)] },
      { cells: ["5 to 95\u202f% of shuffles", `${fineBits(line.low)} to ${fineBits(line.high)}`] },
      { cells: ["p", line.p < 0.001 ? "below 0.001" : line.p.toFixed(3)] },
    ]));
  onPointer(f.svg, () => {}, () => {});
}

DRAW.informations = (box) => drawInformation(box, data.informations[box.dataset.index]);
