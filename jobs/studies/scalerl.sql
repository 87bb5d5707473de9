-- The points of docs/studies/scalerl.md, for ./galton fit. In DuckDB, from the clone's root:
--   duckdb < jobs/studies/scalerl.sql
COPY (
  SELECT training AS arm, regexp_replace(training, '-[0-9]$', '') AS recipe, training_flops AS compute, pass_rate AS reward, prompts, rollouts AS generations
  FROM read_parquet('runs/scalerl-*/training_evaluations/**/*.parquet', hive_partitioning = false, union_by_name = true)
  ORDER BY arm, step
) TO 'runs/scalerl-points.csv' (HEADER);

-- Off-policy ratios, truncation and what was kept, by arm.
SELECT training AS arm, count(*) AS steps, round(sum(groups_kept) / sum(prompts), 3) AS prompts_kept,
       round(avg(log_ratio_mean), 4) AS log_ratio_mean, round(max(ratio_max), 1) AS ratio_max, round(avg(clipped_high), 5) AS above_range,
       round(max(truncated_share), 3) AS truncated_most, round(arg_max(entropy_mean, step), 4) AS entropy_last
FROM read_parquet('runs/scalerl-*/training_steps/**/*.parquet', hive_partitioning = false, union_by_name = true)
GROUP BY training ORDER BY training;
