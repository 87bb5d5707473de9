// Groups of agents: diagnostics by condition and null, one group's pairs and rounds, and success.

const bits = (value) => value.toFixed(3).replace(/^-(0\.000)$/, "$1").replace("-", "\u2212");

/** Rows from top to bottom: a condition's heading, then its nulls. */
function drawDiagnostic(box, { conditions, unit }) {
  const lines = conditions.flatMap((condition) => condition.nulls);
  const left = labelRoom(lines.map((line) => line.label));
  let top = 0;
  const rows = [];
  for (const { name, nulls } of conditions) {
    rows.push({ heading: name, y: top + 14 });
    top += 24;
    for (const line of nulls) rows.push({ line, y: (top += 26) - 13 });
    top += 8;
  }
  const f = frame(box, top + 42, { top: 0, right: 62, bottom: 42, left });
  const ends = lines.flatMap((line) =>
    [line.value, line.low, line.high, line.nullLow, line.nullHigh].filter((v) => v !== null));
  const x = d3.scaleLinear(d3.extent([...ends, 0]), [f.margin.left, f.right]).nice(5);
  const ticks = x.ticks(Math.max(2, Math.min(6, Math.floor((f.right - f.margin.left) / 60))));
  f.svg.append("g").attr("class", "grid").selectAll("line").data(ticks).join("line")
    .attr("x1", x).attr("x2", x).attr("y1", 0).attr("y2", f.bottom);
  f.svg.append("line").attr("class", "zero").attr("x1", x(0)).attr("x2", x(0)).attr("y1", 0).attr("y2", f.bottom);
  bottomAxis(f, d3.axisBottom(x).tickSize(4).tickValues(ticks).tickFormat(plain), `above the null’s median, ${unit}`);
  f.svg.append("g").selectAll("text").data(rows.filter((row) => row.heading)).join("text")
    .attr("class", "name heading").attr("x", 0).attr("y", (row) => row.y).text((row) => clipped(row.heading, Math.floor(f.width / 7.8)));

  const shown = rows.filter((row) => row.line);
  const group = f.svg.append("g").selectAll("g").data(shown).join("g")
    .attr("class", ({ line }) => (line.survives ? "difference apart" : "difference"));
  group.append("text").attr("x", left - 10).attr("text-anchor", "end")
    .attr("y", (row) => row.y).attr("dy", "0.32em").text(({ line }) => line.label);
  group.filter(({ line }) => line.nullLow !== null && line.nullHigh !== null).append("rect")
    .attr("class", "band null").attr("fill", "var(--quiet)").attr("y", (row) => row.y - 8).attr("height", 16)
    .attr("x", ({ line }) => x(line.nullLow)).attr("width", ({ line }) => x(line.nullHigh) - x(line.nullLow));
  group.filter(({ line }) => line.low !== null && line.high !== null).append("line")
    .attr("class", "interval").attr("y1", (row) => row.y).attr("y2", (row) => row.y)
    .attr("x1", ({ line }) => x(line.low)).attr("x2", ({ line }) => x(line.high));
  group.append("circle").attr("r", 4.5).attr("cx", ({ line }) => x(line.value)).attr("cy", (row) => row.y);
  group.append("text").attr("class", "figure").attr("x", f.width).attr("text-anchor", "end")
    .attr("y", (row) => row.y).attr("dy", "0.32em").text(({ line }) => bits(line.value));
  group.append("rect").attr("class", "catch").attr("x", 0).attr("width", f.width)
    .attr("y", (row) => row.y - 13).attr("height", 26)
    .on("pointermove pointerdown", (event, { line }) => showTip(event, line.label,
      line.facts.map((fact) => ({ cells: [fact.name, fact.value] }))));
  onPointer(f.svg, () => {}, () => {});
}

/** Synergy of every pair of one group; a ring where the pair exceeds the null's largest pairs. */
function drawPairs(box, { agents, pairs, largest }) {
  const labels = labelRoom(agents) - 8;
  const side = Math.max(12, Math.min(34, (Math.max(260, box.clientWidth) - labels - 4) / agents.length));
  const size = side * agents.length;
  const width = labels + size + 4;
  const svg = d3.create("svg").attr("viewBox", `0 0 ${width} ${size + labels}`).attr("width", width)
    .attr("height", size + labels).attr("aria-hidden", "true");
  box.replaceChildren(svg.node());
  const band = d3.scaleBand(d3.range(agents.length), [0, size]);
  const part = (share) => `color-mix(in srgb, var(--d1) ${100 * share}%, var(--wash))`;
  const shade = (value) => part(largest > 0 ? Math.max(0, value) / largest : 0);
  const cells = pairs.flatMap((pair) => [{ ...pair, row: pair.a, column: pair.b }, { ...pair, row: pair.b, column: pair.a }]);
  svg.append("g").selectAll("text").data(agents).join("text").attr("x", labels - 8).attr("text-anchor", "end")
    .attr("y", (_, i) => band(i) + side / 2).attr("dy", "0.32em").text((name) => clipped(name));
  svg.append("g").selectAll("text").data(agents).join("text").attr("text-anchor", "end")
    .attr("transform", (_, i) => `translate(${labels + band(i) + side / 2},${size + 8}) rotate(-90)`)
    .attr("dy", "0.32em").text((name) => clipped(name));
  svg.append("g").selectAll("rect").data(cells).join("rect").attr("class", "cell")
    .attr("x", (d) => labels + band(d.column) + 1).attr("y", (d) => band(d.row) + 1)
    .attr("width", side - 2).attr("height", side - 2).style("fill", (d) => shade(d.synergy))
    .on("pointermove pointerdown", (event, d) => showTip(event, `${agents[d.a]} and ${agents[d.b]}`, [
      { cells: ["synergy", `${bits(d.synergy)} bit`] },
      { cells: ["redundancy", `${bits(d.redundancy)} bit`] },
      ...d.tests.map((test) => ({ cells: [test.name, test.value] })),
    ]));
  svg.append("g").selectAll("circle").data(cells.filter((d) => d.standsOut)).join("circle")
    .attr("class", "ring").attr("r", side / 5)
    .attr("cx", (d) => labels + band(d.column) + side / 2).attr("cy", (d) => band(d.row) + side / 2);
  shadeScale(box, part, "0", `${bits(largest)} bit of synergy`);
  onPointer(svg, () => {}, () => {});
}

/** What each agent of one group did, round by round, and the group's error below. */
function drawRounds(box, { rounds, agents, macro }) {
  const f = frame(box, 340, { top: 14, right: 18, bottom: 130, left: 46 });
  const x = d3.scaleLinear(d3.extent(rounds), [f.margin.left + 6, f.right]);
  const values = agents.flatMap((agent) => agent.values);
  const y = d3.scaleLinear(d3.extent(values), [f.bottom, f.margin.top]).nice(4);
  const below = d3.scaleLinear(d3.extent([...macro, 0]), [f.height - 42, f.bottom + 30]).nice(3);
  const axis = (scale, ticks) => {
    f.svg.append("g").attr("class", "grid").selectAll("line").data(scale.ticks(ticks)).join("line")
      .attr("x1", f.margin.left).attr("x2", f.right).attr("y1", scale).attr("y2", scale);
    f.svg.append("g").attr("transform", `translate(${f.margin.left},0)`)
      .call(d3.axisLeft(scale).ticks(ticks).tickSize(0).tickPadding(8).tickFormat(plain))
      .call((g) => g.select(".domain").remove());
  };
  axis(y, 4);
  axis(below, 3);
  f.svg.append("line").attr("class", "zero").attr("x1", f.margin.left).attr("x2", f.right).attr("y1", below(0)).attr("y2", below(0));
  f.svg.append("text").attr("x", f.margin.left).attr("y", f.bottom + 20).text("group’s error: sum of the values less the target");
  bottomAxis({ ...f, bottom: f.height - 42 }, d3.axisBottom(x).tickSize(4)
    .tickValues(x.ticks(Math.min(rounds.length, 10)).filter(Number.isInteger)).tickFormat(plain), "round");
  const line = (scale) => d3.line().x((_, i) => x(rounds[i])).y(scale);
  const paths = f.svg.append("g").selectAll("path").data(agents).join("path").attr("class", "curve thin")
    .attr("stroke", (_, i) => distinct(i)).attr("d", (agent) => line(y)(agent.values));
  f.svg.append("path").attr("class", "curve").attr("stroke", "var(--ink)").attr("d", line(below)(macro));
  f.svg.append("g").selectAll("circle").data(macro).join("circle").attr("r", 2.6).attr("fill", "var(--ink)")
    .attr("cx", (_, i) => x(rounds[i])).attr("cy", below);
  colourLegend(box, agents.map((agent) => agent.name));
  onPointer(f.svg, (event) => {
    const [px, py] = d3.pointer(event, f.svg.node());
    const i = d3.minIndex(rounds, (round) => Math.abs(x(round) - px));
    const near = d3.minIndex(agents, (agent) => Math.abs(y(agent.values[i]) - py));
    paths.classed("dim", (_, a) => py < f.bottom && a !== near);
    showTip(event, `round ${rounds[i]}`, [
      ...agents.map((agent, a) => ({ colour: distinct(a), cells: [agent.name, plain(agent.values[i])], near: a === near })),
      { cells: ["group’s error", plain(macro[i])] },
    ]);
  }, () => paths.classed("dim", false));
}

/** Success as the regression predicts it, over standardised synergy and redundancy. */
function drawSurface(box, { synergy, redundancy, success }) {
  const width = Math.max(260, Math.min(460, box.clientWidth));
  const f = frame({ clientWidth: width, replaceChildren: (svg) => box.replaceChildren(svg) }, width * 0.82,
    { top: 10, right: 14, bottom: 42, left: 52 });
  const x = d3.scaleLinear([synergy[0], synergy.at(-1)], [f.margin.left, f.right]);
  const y = d3.scaleLinear([redundancy[0], redundancy.at(-1)], [f.bottom, f.margin.top]);
  const shade = (value) => `color-mix(in srgb, var(--d2) ${100 * value}%, var(--wash))`;
  const wide = x(synergy[1]) - x(synergy[0]);
  const high = y(redundancy[0]) - y(redundancy[1]);
  const cells = success.flatMap((row, r) => row.map((value, s) => ({ value, s, r })));
  const within = (low, high, value) => Math.min(high, Math.max(low, value));
  const left = (d) => within(f.margin.left, f.right, x(synergy[d.s]) - wide / 2);
  const top = (d) => within(f.margin.top, f.bottom, y(redundancy[d.r]) - high / 2);
  f.svg.append("g").selectAll("rect").data(cells).join("rect").attr("class", "surface")
    .attr("x", left).attr("width", (d) => within(f.margin.left, f.right, x(synergy[d.s]) + wide / 2 + 0.6) - left(d))
    .attr("y", top).attr("height", (d) => within(f.margin.top, f.bottom, y(redundancy[d.r]) + high / 2 + 0.6) - top(d))
    .style("fill", (d) => shade(d.value))
    .on("pointermove pointerdown", (event, d) => showTip(event, "predicted success", [
      { cells: ["success", percent(d.value)] },
      { cells: ["synergy", `${plain(synergy[d.s])} standard deviations`] },
      { cells: ["redundancy", `${plain(redundancy[d.r])} standard deviations`] },
    ]));
  f.svg.append("g").attr("transform", `translate(${f.margin.left},0)`)
    .call(d3.axisLeft(y).ticks(5).tickSize(0).tickPadding(8).tickFormat(plain))
    .call((g) => g.select(".domain").remove());
  f.svg.append("text").attr("transform", `translate(12,${(f.margin.top + f.bottom) / 2}) rotate(-90)`)
    .attr("text-anchor", "middle").text("redundancy, standard deviations");
  bottomAxis(f, d3.axisBottom(x).ticks(5).tickSize(4).tickFormat(plain), "synergy, standard deviations");
  shadeScale(box, (value) => shade(value), percent(0), `${percent(1)} predicted success`);
  onPointer(f.svg, () => {}, () => {});
}

DRAW.diagnostics = (box) => drawDiagnostic(box, data.emergence.diagnostics[box.dataset.index]);
DRAW.rounds = (box) => drawRounds(box, data.emergence.groups[box.dataset.index].rounds);
DRAW.pairs = (box) => drawPairs(box, data.emergence.groups[box.dataset.index].pairs);
DRAW.surfaces = (box) => drawSurface(box, data.emergence.surfaces[box.dataset.index]);
