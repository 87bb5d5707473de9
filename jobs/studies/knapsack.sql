-- The tables of docs/studies/knapsack.md. In DuckDB, from the clone's root:
--   duckdb < jobs/studies/knapsack.sql
CREATE OR REPLACE TEMPORARY TABLE evaluations AS
SELECT regexp_replace(training, '-[0-9]$', '') AS arm, regexp_extract(training, '[0-9]$') AS seed, *
FROM read_parquet('runs/knapsack-*[0-9]/training_evaluations/**/*.parquet', hive_partitioning = false, union_by_name = true);

-- pass@1 on validation prompts by step, the mean over seeds, and from the lowest seed to the highest.
SELECT arm, step, count(*) AS seeds, round(avg(pass_rate), 3) AS pass_1, concat_ws(' to ', round(min(pass_rate), 3), round(max(pass_rate), 3)) AS of_seeds,
       round(avg(pass_rate_change), 3) AS change
FROM evaluations GROUP BY arm, step ORDER BY step, arm DESC;

-- knapsack less uniform at the end, paired by prompt of a seed; ± 1.96 standard errors over prompts.
WITH verdicts AS (
  SELECT regexp_extract(filename, 'runs/([^/]*)/', 1) AS training, generation, prompt_id, avg(correct::INT) AS pass_1
  FROM read_parquet('runs/knapsack-*[0-9]/scores/**/*.parquet', hive_partitioning = false, filename = true)
  GROUP BY training, generation, prompt_id),
ends AS (
  SELECT e.arm, e.seed, v.prompt_id, v.pass_1
  FROM evaluations e JOIN verdicts v ON v.training = e.training AND v.generation = e.generation WHERE e.step = 120)
SELECT a.seed, count(*) AS prompts,
       concat_ws(' ± ', round(avg(b.pass_1 - a.pass_1), 3), round(1.96 * stddev(b.pass_1 - a.pass_1) / sqrt(count(*)), 3)) AS knapsack_less_uniform
FROM ends a JOIN ends b ON b.seed = a.seed AND b.prompt_id = a.prompt_id AND a.arm = 'knapsack-uniform' AND b.arm = 'knapsack'
GROUP BY ROLLUP (a.seed) ORDER BY a.seed;

-- Rollouts that have a gradient, in the first epoch and after it.
SELECT regexp_replace(training, '-[0-9]$', '') AS arm, step > 16 AS after_the_first_epoch, round(avg(mixed_rollout_share), 3) AS rollouts_with_a_gradient,
       round(avg(mixed_share), 3) AS prompts_with_both_outcomes, min(fewest_rollouts) AS fewest, max(most_rollouts) AS most
FROM read_parquet('runs/knapsack-*[0-9]/training_steps/**/*.parquet', hive_partitioning = false, union_by_name = true)
GROUP BY arm, after_the_first_epoch ORDER BY after_the_first_epoch, arm DESC;
