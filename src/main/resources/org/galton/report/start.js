// Draws every chart of the page, again when its width changes.

Object.assign(DRAW, {
  curves: (box) => drawPassAtK(box, data.curves[box.dataset.index]),
  undrawn: (box) => drawUndrawn(box, data.undrawn[box.dataset.index]),
  forests: (box) => drawForest(box, data.forests[box.dataset.index]),
  rates: (box) => drawRates(box, data.rates[box.dataset.index]),
  compute: (box) => drawCompute(box, data.compute[box.dataset.index]),
  outcomes: (box) => drawOutcomes(box, data.outcomes[box.dataset.index]),
});

function drawAll() {
  hideTip();
  for (const box of document.querySelectorAll(".chart")) DRAW[box.dataset.chart](box);
}

declareColours();
offerCsv();
offerSorting();
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
