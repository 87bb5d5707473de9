-- Do the books balance, and what was not judged or not drawn?
SELECT sweep, model, task, sampling, requested, generated, reused, scored, unscored, failed,
       requested = scored + unscored + failed AS balanced
FROM cells
ORDER BY sweep, task, model, sampling;
