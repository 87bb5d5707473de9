-- The tables of docs/studies/knapsack.md. In DuckDB, from the clone's root:
--   duckdb < jobs/studies/knapsack.sql
-- pass@1 on validation prompts by step.
SELECT training, step, round(pass_rate, 3) AS pass_1, round(pass_rate_low, 3) AS low, round(pass_rate_high, 3) AS high, round(pass_rate_change, 3) AS change,
       round(pass_rate_change_low, 3) AS change_low, round(pass_rate_change_high, 3) AS change_high
FROM read_parquet('runs/knapsack*/training_evaluations/**/*.parquet', hive_partitioning = false, union_by_name = true)
ORDER BY step, training DESC;

-- knapsack less uniform at the end, paired by prompt; ± 1.96 standard errors over prompts.
WITH verdicts AS (
  SELECT regexp_extract(filename, 'runs/([^/]*)/', 1) AS training, generation, prompt_id, avg(correct::INT) AS pass_1
  FROM read_parquet('runs/knapsack*/scores/**/*.parquet', hive_partitioning = false, filename = true)
  GROUP BY training, generation, prompt_id),
ends AS (
  SELECT e.training, v.prompt_id, v.pass_1
  FROM read_parquet('runs/knapsack*/training_evaluations/**/*.parquet', hive_partitioning = false, union_by_name = true) e
  JOIN verdicts v ON v.training = e.training AND v.generation = e.generation WHERE e.step = 120)
SELECT count(*) AS prompts, concat_ws(' ± ', round(avg(b.pass_1 - a.pass_1), 3), round(1.96 * stddev(b.pass_1 - a.pass_1) / sqrt(count(*)), 3)) AS knapsack_less_uniform
FROM ends a JOIN ends b ON b.prompt_id = a.prompt_id AND a.training = 'knapsack-uniform' AND b.training = 'knapsack';

-- Rollouts that have a gradient, in the first epoch and after it.
SELECT training, step > 16 AS after_the_first_epoch, round(avg(mixed_rollout_share), 3) AS rollouts_with_a_gradient,
       round(avg(mixed_share), 3) AS prompts_with_both_outcomes, min(fewest_rollouts) AS fewest, max(most_rollouts) AS most
FROM read_parquet('runs/knapsack*/training_steps/**/*.parquet', hive_partitioning = false, union_by_name = true)
GROUP BY training, after_the_first_epoch ORDER BY after_the_first_epoch, training DESC;
