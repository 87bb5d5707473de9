-- The tables of docs/studies/hero.md. In DuckDB, from the clone's root:
--   duckdb < jobs/studies/hero.sql
CREATE OR REPLACE TEMPORARY TABLE rates AS
WITH evaluations AS (
  SELECT training, step, generation FROM read_parquet('runs/hero-*/training_evaluations/**/*.parquet', hive_partitioning = false, union_by_name = true)),
ends AS (
  SELECT training, min_by(generation, step) AS first, max_by(generation, step) AS last, max(step) AS steps FROM evaluations GROUP BY training),
verdicts AS (
  SELECT DISTINCT regexp_extract(filename, 'runs/([^/]*)/', 1) AS training, generation, prompt_id, rollout_index, correct
  FROM read_parquet('runs/hero-*/scores/**/*.parquet', hive_partitioning = false, filename = true) WHERE scorer = 'countdown/1'),
passed AS (
  SELECT training, generation, prompt_id, avg(correct::INT) AS pass_1 FROM verdicts GROUP BY training, generation, prompt_id)
SELECT e.training, e.steps, a.prompt_id, a.pass_1 AS start, b.pass_1
FROM ends e JOIN passed a ON a.training = e.training AND a.generation = e.first
JOIN passed b ON b.training = e.training AND b.generation = e.last AND b.prompt_id = a.prompt_id;

-- pass@1 by the task's own judge; ± 1.96 standard errors over prompts.
SELECT training, steps, count(*) AS prompts, round(avg(start), 3) AS start, round(avg(pass_1), 3) AS pass_1,
       concat_ws(' ± ', round(avg(pass_1 - start), 3), round(1.96 * stddev(pass_1 - start) / sqrt(count(*)), 3)) AS change
FROM rates GROUP BY training, steps ORDER BY training;

-- Differences between trainings, paired by prompt.
SELECT concat(b.training, ' less ', a.training) AS difference,
       concat_ws(' ± ', round(avg(b.pass_1 - a.pass_1), 3), round(1.96 * stddev(b.pass_1 - a.pass_1) / sqrt(count(*)), 3)) AS pass_1
FROM rates a JOIN rates b ON b.prompt_id = a.prompt_id
WHERE (a.training, b.training) IN (('hero-verifier', 'hero-model'), ('hero-verifier', 'hero-hybrid'), ('hero-model', 'hero-hybrid'),
      ('hero-verifier', 'hero-model-learned'), ('hero-verifier', 'hero-verifier-strict'), ('hero-verifier-strict', 'hero-hybrid-strict'),
      ('hero-verifier-strict', 'hero-hybrid-learned-strict'))
GROUP BY a.training, b.training ORDER BY a.training, b.training;

-- What the steps were like: rewards of the training beside the verdicts of the task's judge.
SELECT training, round(avg(verdict_rate) FILTER (step <= 5), 3) AS verifier_first_5, round(avg(task_verdict_rate) FILTER (step <= 5), 3) AS judge_first_5,
       round(avg(verdict_rate) FILTER (step > 55), 3) AS verifier_last_5, round(avg(task_verdict_rate) FILTER (step > 55), 3) AS judge_last_5,
       round(avg(model_agreement), 3) AS model_agreement, round(sum(groups_kept) / sum(prompts), 3) AS prompts_kept, round(arg_max(entropy_mean, step), 3) AS entropy_last
FROM read_parquet('runs/hero-*/training_steps/**/*.parquet', hive_partitioning = false, union_by_name = true)
GROUP BY training ORDER BY training;
