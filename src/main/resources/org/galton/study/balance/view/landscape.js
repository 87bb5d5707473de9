// An agent's potential: states from the lowest to the highest, moves down below them, moves up above.

const factRows = (facts) => facts.map((fact) => ({ cells: [fact.name, fact.value] }));

function drawLandscape(box, { states, arcs }) {
  if (!states.length) return;
  const f = frame(box, box.clientWidth < 420 ? 320 : 380, { top: 28, right: 14, bottom: 42, left: 46 });
  const heights = states.flatMap((s) => [s.potential, s.low ?? s.potential, s.high ?? s.potential]);
  const y = d3.scaleLinear(d3.extent(heights), [f.bottom - 26, f.margin.top]).nice(5);
  const x = d3.scaleLinear([0, Math.max(1, states.length - 1)], [f.margin.left + 14, f.right - 8]);
  leftAxis(f, y, plain, "V");
  bottomAxis(f, d3.axisBottom(x).tickSize(4).tickValues([0, states.length - 1]).tickFormat((i) => i + 1),
    "states drawn, lowest first");

  const goesDown = (arc) => arc.from > arc.to;
  const path = (arc) => {
    const [low, high] = arc.from < arc.to ? [arc.from, arc.to] : [arc.to, arc.from];
    const [across, along] = goesDown(arc) ? [high, low] : [low, high];
    const at = (i) => `${x(i)},${y(states[i].potential)}`;
    return `M${at(arc.from)}Q${x(across)},${y(states[along].potential)} ${at(arc.to)}`;
  };
  const lines = f.svg.append("g").selectAll("path").data(arcs).join("path").attr("class", "arc")
    .attr("stroke", (arc) => distinct(goesDown(arc) ? 0 : 1))
    .attr("stroke-width", (arc) => 0.6 + 4.4 * arc.weight).attr("d", path);
  const place = f.svg.append("g").attr("class", states.length > 40 ? "crowded" : null).selectAll("g").data(states).join("g").attr("class", "state");
  place.filter((s) => s.low !== null && s.high !== null).append("line").attr("class", "interval")
    .attr("x1", (s) => x(states.indexOf(s))).attr("x2", (s) => x(states.indexOf(s)))
    .attr("y1", (s) => y(s.low)).attr("y2", (s) => y(s.high));
  place.append("circle").attr("r", states.length > 40 ? 2.6 : 3.6)
    .attr("cx", (_, i) => x(i)).attr("cy", (s) => y(s.potential));
  if (arcs.some(goesDown)) {
    f.svg.append("text").attr("class", "name").attr("x", f.right).attr("y", f.bottom - 12)
      .attr("text-anchor", "end").style("fill", distinct(0)).text("moves down");
  }
  if (!arcs.every(goesDown)) {
    f.svg.append("text").attr("class", "name").attr("x", f.margin.left + 10).attr("y", f.margin.top + 12)
      .style("fill", distinct(1)).text("moves up");
  }
  f.svg.append("text").attr("class", "name heading").attr("x", x(0) - 5).attr("y", y(states[0].low ?? states[0].potential) + 18)
    .text(clipped(states[0].name, Math.floor((f.right - x(0)) / 7.8)));
  followStates(f, { states, arcs, x, lines, place });
}

/** Names the state nearest to the pointer and the moves that lead out of it. */
function followStates(f, { states, arcs, x, lines, place }) {
  onPointer(f.svg, (event) => {
    const [px] = d3.pointer(event, f.svg.node());
    const near = d3.minIndex(states, (_, i) => Math.abs(x(i) - px));
    lines.classed("dim", (arc) => arc.from !== near && arc.to !== near);
    place.classed("dim", (_, i) => i !== near);
    const strongest = arcs.filter((arc) => arc.from === near).slice(0, 4);
    showTip(event, states[near].name, [
      ...factRows(states[near].facts),
      ...strongest.map((arc) => ({
        colour: distinct(arc.from > arc.to ? 0 : 1),
        cells: [`→ ${states[arc.to].name}`, arc.facts.map((fact) => `${fact.name} ${fact.value}`).join(", ")],
      })),
    ]);
  }, () => {
    lines.classed("dim", false);
    place.classed("dim", false);
  });
}

/** The action between nothing and that of a flat potential, with the least that is possible. */
function drawAction(box, { value, bound, atZero, facts }) {
  const f = frame(box, 54, { top: 20, right: 14, bottom: 4, left: 46 });
  const x = d3.scaleLinear([0, Math.max(atZero, value) || 1], [f.margin.left, f.right]);
  const bar = (to, fill) => f.svg.append("rect").attr("y", 32).attr("height", 14).attr("fill", fill)
    .attr("x", x(0)).attr("width", x(to) - x(0));
  bar(atZero, "var(--line)");
  bar(value, distinct(0));
  f.svg.append("line").attr("class", "limit").attr("x1", x(bound)).attr("x2", x(bound)).attr("y1", 28).attr("y2", 50);
  const words = Object.fromEntries(facts.map((fact) => [fact.name, fact.value]));
  f.svg.append("text").attr("x", 0).attr("y", 21)
    .text(`action S ${words.S} · bound ${words.bound} (tick) · S0 ${words.S0} (whole bar)`);
}

DRAW.landscapes = (box) => drawLandscape(box, data.balance.landscapes[box.dataset.index]);
DRAW.actions = (box) => drawAction(box, data.balance.landscapes[box.dataset.index].action);
