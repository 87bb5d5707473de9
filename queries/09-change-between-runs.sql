-- What changed since the complete run before? Whether a difference is more than chance says ./galton compare.
SELECT a.sweep, a.model, a.task, a.sampling, a.metric, a.k, round(b.value, 6) AS value_before,
       round(a.value, 6) AS value_now, round(a.value - b.value, 6) AS difference,
       a.generation = b.generation AS same_generation
FROM metrics a
JOIN latest_runs l ON l.run_id = a.run_id
JOIN previous_runs p ON p.sweep = l.sweep
JOIN metrics b
  ON b.run_id = p.run_id AND b.model = a.model AND b.task = a.task AND b.sampling = a.sampling
 AND b.metric = a.metric AND coalesce(b.k, 0) = coalesce(a.k, 0)
WHERE a.metric IN ('pass@k', 'truncation_rate', 'completion_tokens')
ORDER BY a.sweep, a.task, a.model, a.sampling, a.metric, a.k;
