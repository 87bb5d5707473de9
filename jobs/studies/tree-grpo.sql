-- The tables of docs/studies/deepsearch-countdown.md on training. In DuckDB, from the clone's root:
--   duckdb < jobs/studies/tree-grpo.sql
-- pass@1 on validation prompts by tokens drawn for steps until then.
WITH drawn AS (
  SELECT training, step, sum(tokens_drawn) OVER (PARTITION BY training ORDER BY step) AS tokens
  FROM read_parquet('runs/tree-grpo*/training_steps/**/*.parquet', hive_partitioning = false, union_by_name = true))
SELECT e.training, e.step, coalesce(d.tokens, 0) AS tokens, round(e.pass_rate, 3) AS pass_1, round(e.pass_rate_change, 3) AS change,
       round(e.pass_rate_change_low, 3) AS change_low, round(e.pass_rate_change_high, 3) AS change_high
FROM read_parquet('runs/tree-grpo*/training_evaluations/**/*.parquet', hive_partitioning = false, union_by_name = true) e
LEFT JOIN drawn d ON d.training = e.training AND d.step = e.step
ORDER BY e.training, e.step;

-- Change since the start, trees less plain, paired by prompt, of trainings of one seed; ± 1.96 standard errors over prompts.
WITH verdicts AS (
  SELECT regexp_extract(filename, 'runs/([^/]*)/', 1) AS folder, generation, prompt_id, avg(correct::INT) AS pass_1
  FROM read_parquet('runs/tree-grpo*/scores/**/*.parquet', hive_partitioning = false, filename = true)
  GROUP BY ALL),
ends AS (
  SELECT replace(e.training, '-plain', '') AS pair, e.training LIKE '%plain%' AS plain, v.prompt_id, v.pass_1
  FROM read_parquet('runs/tree-grpo*/training_evaluations/**/*.parquet', hive_partitioning = false, union_by_name = true, filename = true) e
  JOIN verdicts v ON v.folder = regexp_extract(e.filename, 'runs/([^/]*)/', 1) AND v.generation = e.generation
  WHERE e.step IN (40, 184))
SELECT a.pair, count(*) AS prompts, concat_ws(' ± ', round(avg(a.pass_1 - b.pass_1), 3), round(1.96 * stddev(a.pass_1 - b.pass_1) / sqrt(count(*)), 3)) AS trees_less_plain
FROM ends a JOIN ends b USING (pair, prompt_id) WHERE NOT a.plain AND b.plain GROUP BY a.pair ORDER BY a.pair;

-- What the tokens went into.
SELECT training, sum(tokens_drawn) AS tokens_drawn, sum(tokens_learned) AS tokens_learned, sum(prompts) AS prompts, sum(groups_kept) AS learned_from,
       sum(trees) AS trees, sum(cache_prompts) AS cache_prompts, sum(remembered_rollouts) AS remembered_rollouts, max(solutions_remembered) AS solutions
FROM read_parquet('runs/tree-grpo*/training_steps/**/*.parquet', hive_partitioning = false, union_by_name = true)
GROUP BY training ORDER BY training;

-- Of trees and prompts with remembered solutions: how often they were learned from.
SELECT training, source, count(*) AS prompts, round(avg(group_tokens_drawn)) AS tokens, round(avg((outcome = 'kept')::INT), 3) AS kept,
       round(avg((outcome = 'all_wrong')::INT), 3) AS all_wrong, round(avg((outcome = 'all_correct')::INT), 3) AS all_correct
FROM read_parquet('runs/tree-grpo*/training_groups/**/*.parquet', hive_partitioning = false, union_by_name = true)
GROUP BY ALL ORDER BY ALL;

-- Advantages of tokens of trajectories that were learned from.
WITH RECURSIVE nodes AS (
  SELECT regexp_extract(filename, 'runs/([^/]*)/', 1) AS folder, generation, prompt_id, rollout_index, node, parent, ending, backup, advantage, len(token_ids) AS tokens
  FROM read_parquet('runs/tree-grpo*/search_nodes/**/*.parquet', hive_partitioning = false, filename = true)),
learned AS (
  SELECT regexp_extract(filename, 'runs/([^/]*)/', 1) AS folder, generation, prompt_id, first_rollout AS rollout_index
  FROM read_parquet('runs/tree-grpo*/training_groups/**/*.parquet', hive_partitioning = false, filename = true, union_by_name = true)
  WHERE source = 'tree' AND outcome = 'kept'),
kept AS (SELECT nodes.* FROM nodes JOIN learned USING (folder, generation, prompt_id, rollout_index)),
steps AS (
  SELECT folder, generation, prompt_id, rollout_index, ending AS trajectory, parent, ending IS NOT NULL AS last_step, advantage, tokens FROM kept WHERE backup IS NOT NULL
  UNION ALL
  SELECT k.folder, k.generation, k.prompt_id, k.rollout_index, s.trajectory, k.parent, false, k.advantage, k.tokens
  FROM steps s JOIN kept k ON k.folder = s.folder AND k.generation = s.generation AND k.prompt_id = s.prompt_id AND k.rollout_index = s.rollout_index AND k.node = s.parent)
SELECT folder, trajectory = 'correct' AS right_trajectory, last_step, sum(tokens) AS tokens, round(sum(tokens * advantage) / sum(tokens), 3) AS mean_advantage,
       round(sum(CASE WHEN advantage > 0 THEN tokens ELSE 0 END)::DOUBLE / sum(tokens), 3) AS above_0
FROM steps WHERE parent IS NOT NULL GROUP BY ALL ORDER BY ALL;
