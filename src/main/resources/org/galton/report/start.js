// Draws every chart of the page, again when its width changes.

const DRAW = {
  curves: (box) => drawPassAtK(box, data.curves[box.dataset.index]),
  undrawn: (box) => drawUndrawn(box, data.undrawn[box.dataset.index]),
  forests: (box) => drawForest(box, data.forests[box.dataset.index]),
  rates: (box) => drawRates(box, data.rates[box.dataset.index]),
  compute: (box) => drawCompute(box, data.compute[box.dataset.index]),
  scaling: (box) => drawScaling(box, data.scaling[box.dataset.index]),
  informations: (box) => drawInformation(box, data.informations[box.dataset.index]),
  diagnostics: (box) => drawDiagnostic(box, data.emergence.diagnostics[box.dataset.index]),
  rounds: (box) => drawRounds(box, data.emergence.groups[box.dataset.index].rounds),
  pairs: (box) => drawPairs(box, data.emergence.groups[box.dataset.index].pairs),
  surfaces: (box) => drawSurface(box, data.emergence.surfaces[box.dataset.index]),
  landscapes: (box) => drawLandscape(box, data.balance.landscapes[box.dataset.index]),
  actions: (box) => drawAction(box, data.balance.landscapes[box.dataset.index].action),
  loops: (box) => drawLoops(box, data.balance.cycles[box.dataset.index]),
  ratios: (box) => drawRatios(box, data.balance.pairs[box.dataset.index]),
  kernelVotes: (box) => drawVotes(box, data.balance.kernelVotes[box.dataset.index]),
  taskVotes: (box) => drawVotes(box, data.balance.taskVotes[box.dataset.index]),
  outcomes: (box) => drawOutcomes(box, data.outcomes[box.dataset.index]),
};

function drawAll() {
  hideTip();
  for (const box of document.querySelectorAll(".chart")) DRAW[box.dataset.chart](box);
}

declareColours();
offerCsv();
document.querySelectorAll('[data-chart="outcome-legend"]').forEach(drawOutcomeLegend);
drawAll();
document.documentElement.setAttribute("data-charts", "drawn");

let drawnWidth = document.documentElement.clientWidth;
window.addEventListener("resize", () => {
  if (document.documentElement.clientWidth !== drawnWidth) {
    drawnWidth = document.documentElement.clientWidth;
    drawAll();
  }
});
window.addEventListener("scroll", hideTip, { passive: true });
