// Success of agents against what a rollout costs, with the hull.

function drawLeaderboard(box, { unit, agents }) {
  const f = frame(box, 300, { top: 28, right: 14, bottom: 42, left: 56 });
  const costs = agents.map((agent) => agent.cost).filter((cost) => cost > 0);
  const least = d3.min(costs) ?? 1;
  const most = d3.max(costs) ?? 1;
  const isWide = most / least > 20;
  const range = [f.margin.left, f.right];
  const x = isWide ? d3.scaleLog([least / 1.4, most * 1.4], range) : d3.scaleLinear([0, most * 1.1], range);
  const at = (agent) => x(isWide ? Math.max(agent.cost, least / 1.4) : agent.cost);
  const y = d3.scaleLinear([0, 1], [f.bottom, f.margin.top]);
  leftAxis(f, y, (v) => `${Math.round(100 * v)}\u202f%`, "success", y.ticks(5));
  bottomAxis(f, d3.axisBottom(x).tickSize(4).ticks(5, isWide ? "~g" : undefined), unit);
  const hull = agents.filter((agent) => agent.hull).sort((a, b) => a.cost - b.cost);
  // A mixture of two agents lies on the straight line between them, which a logarithmic axis bends.
  const mixtures = d3.pairs(hull).flatMap(([one, other]) => d3.range(0, 33).map((i) => ({
    cost: one.cost + (i / 32) * (other.cost - one.cost),
    success: one.success + (i / 32) * (other.success - one.success),
  })));
  f.svg.append("path").attr("class", "curve").attr("stroke", distinct(0)).attr("fill", "none")
    .attr("d", d3.line().x(at).y((agent) => y(agent.success))(mixtures));
  const marks = f.svg.append("g").selectAll("g").data(agents).join("g").style("color", distinct(0));
  marks.filter((agent) => agent.low !== null).append("line").attr("stroke", "currentColor").attr("stroke-opacity", 0.4)
    .attr("x1", at).attr("x2", at).attr("y1", (agent) => y(agent.low)).attr("y2", (agent) => y(agent.high));
  marks.append("circle").attr("r", 4).attr("cx", at).attr("cy", (agent) => y(agent.success))
    .attr("stroke", "currentColor").attr("fill", (agent) => (agent.frontier ? "currentColor" : "var(--paper)"));
  onPointer(f.svg, (event) => {
    const [px, py] = d3.pointer(event, f.svg.node());
    const agent = d3.least(agents, (one) => Math.hypot(at(one) - px, y(one.success) - py));
    showTip(event, agent.name, [
      { cells: ["success", `${(100 * agent.success).toFixed(1)}\u202f%`] },
      { cells: [unit, d3.format(".4~g")(agent.cost)] },
      { cells: ["", agent.hull ? "on the hull" : agent.frontier ? "on the frontier" : "dominated"] },
    ]);
  }, () => {});
}

DRAW.leaderboardFrontier = (box) => drawLeaderboard(box, data.leaderboard[box.dataset.index]);
