-- Is the stored pass@1 that of the rollouts? Each prompt has the same weight, however many rollouts it has.
WITH by_prompt AS (
  SELECT model, task, sampling, prompt_id, avg(CAST(correct AS INT)) AS solve_rate
  FROM judged
  WHERE correct IS NOT NULL
  GROUP BY model, task, sampling, prompt_id
),
by_cell AS (
  SELECT model, task, sampling, avg(solve_rate) AS counted FROM by_prompt GROUP BY model, task, sampling
)
SELECT c.model, c.task, c.sampling, round(c.counted, 6) AS counted, round(m.value, 6) AS stored,
       abs(c.counted - m.value) < 1e-12 AS same
FROM by_cell c
JOIN metrics m ON m.model = c.model AND m.task = c.task AND m.sampling = c.sampling AND m.metric = 'pass@k' AND m.k = 1
JOIN latest_runs l ON l.run_id = m.run_id
ORDER BY c.task, c.model, c.sampling;
