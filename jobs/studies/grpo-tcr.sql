-- The tables of docs/studies/grpo-tcr.md. In DuckDB, from the clone's root:
--   duckdb < jobs/studies/grpo-tcr.sql
-- What each training can do on test episodes: average@32, pass@32, the room between them, maj@32.
SELECT training, step, printf('%.3f [%.3f, %.3f]', pass_rate, pass_rate_low, pass_rate_high) AS average_32, round(pass_at_rollouts, 3) AS pass_32,
       round(pass_at_rollouts - pass_rate, 3) AS room, round(majority_at_rollouts, 3) AS maj_32, round(turns_mean, 2) AS turns,
       round(tool_calls_mean, 2) AS tool_calls, round(completion_tokens_mean, 1) AS tokens,
       printf('%+.3f [%+.3f, %+.3f]', pass_rate_change, pass_rate_change_low, pass_rate_change_high) AS change
FROM read_parquet('runs/grpo-tcr-*/training_evaluations/**/*.parquet', hive_partitioning = false, union_by_name = true)
ORDER BY training, step;

-- How each training went, in thirds: entropy, calls of tools of right and of wrong episodes, clipped tokens.
SELECT training, third, round(avg(verdict_rate), 3) AS right_share,
       round(avg(entropy_mean), 3) AS entropy, round(avg(tool_calls_right), 2) AS calls_right, round(avg(tool_calls_wrong), 2) AS calls_wrong,
       round(avg(completion_tokens_mean), 1) AS tokens, round(avg(clipped_low), 5) AS clipped_low, round(avg(clipped_high), 5) AS clipped_high,
       round(sum(cpu_seconds), 1) AS cpu_seconds
FROM (SELECT *, 1 + (step - 1) * 3 // max(step) OVER (PARTITION BY training) AS third
      FROM read_parquet('runs/grpo-tcr-*/training_steps/**/*.parquet', hive_partitioning = false, union_by_name = true)) AS steps
GROUP BY ALL ORDER BY training, third;
