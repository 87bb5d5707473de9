-- What is the chance that one of k rollouts is right, by checkpoint?
SELECT m.model, m.task, m.sampling, m.k, round(m.value, 6) AS pass_at_k, round(m.ci_low, 6) AS ci_low,
       round(m.ci_high, 6) AS ci_high, m.prompts, m.prompts_short
FROM metrics m JOIN latest_runs l ON l.run_id = m.run_id
WHERE m.metric = 'pass@k'
ORDER BY m.task, m.step, m.model, m.sampling, m.k;
