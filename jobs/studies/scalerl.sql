-- The tables of docs/studies/scalerl.md. In DuckDB, from the clone's root:
--   duckdb < jobs/studies/scalerl.sql
CREATE OR REPLACE TEMPORARY TABLE points AS
SELECT training AS arm, regexp_replace(training, '-[0-9]$', '') AS recipe, step, training_flops AS compute, pass_rate AS reward, prompts, rollouts AS generations
FROM read_parquet('runs/scalerl-*/training_evaluations/**/*.parquet', hive_partitioning = false, union_by_name = true);

-- For ./galton fit.
COPY (SELECT * EXCLUDE (step) FROM points WHERE step > 0 ORDER BY arm, compute) TO 'runs/scalerl-points.csv' (HEADER);

-- pass@1 half-way and at the end, means of three measurements.
SELECT arm, round(avg(reward) FILTER (step BETWEEN 20 AND 28), 3) AS half_way, round(avg(reward) FILTER (step >= 40), 3) AS at_the_end, round(max(compute), -10) AS flops
FROM points GROUP BY arm ORDER BY arm;

-- Ratios of the policy that learns to the one that drew, and what was kept.
SELECT training AS arm, round(sum(groups_kept) / sum(prompts), 3) AS prompts_kept, round(avg(log_ratio_mean), 3) AS log_ratio_mean, round(max(ratio_max)) AS ratio_max,
       round(max(truncated_share), 3) AS truncated_most, round(arg_max(entropy_mean, step), 3) AS entropy_last
FROM read_parquet('runs/scalerl-*/training_steps/**/*.parquet', hive_partitioning = false, union_by_name = true)
GROUP BY training ORDER BY training;
