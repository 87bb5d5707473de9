-- Is the stored pass@1 that of the rollouts? Each prompt has the same weight, however many rollouts it has.
-- That of a budget is made of two stages, and left out.
WITH by_prompt AS (
  SELECT run_id, model, task, sampling, prompt_id, avg(CAST(correct AS INT)) AS solve_rate
  FROM judged
  WHERE correct IS NOT NULL
  GROUP BY run_id, model, task, sampling, prompt_id
),
by_cell AS (
  SELECT run_id, model, task, sampling, avg(solve_rate) AS counted
  FROM by_prompt
  GROUP BY run_id, model, task, sampling
)
SELECT m.sweep, m.model, m.task, m.sampling, round(c.counted, 6) AS counted, round(m.value, 6) AS stored,
       abs(c.counted - m.value) < 1e-12 AS same
FROM by_cell c
JOIN metrics m
  ON m.run_id = c.run_id AND m.model = c.model AND m.task = c.task AND m.sampling = c.sampling
 AND m.metric = 'pass@k' AND m.k = 1 AND m.method NOT LIKE '%second stage%'
ORDER BY m.sweep, m.task, m.model, m.sampling;
