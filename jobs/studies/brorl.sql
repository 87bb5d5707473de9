-- The tables of docs/studies/brorl.md. In DuckDB, from the clone's root:
--   duckdb < jobs/studies/brorl.sql
CREATE OR REPLACE TEMPORARY TABLE evaluations AS
SELECT regexp_extract(training, 'brorl-(.*)-[0-9]', 1) AS arm, regexp_extract(training, '[0-9]+$') AS seed,
       CASE WHEN step = 24 THEN 'equal updates' END AS updates,
       CASE WHEN step = max(step) OVER (PARTITION BY training) THEN 'equal rollouts' END AS equal_rollouts, *
FROM read_parquet('runs/brorl-*-[0-9]/training_evaluations/**/*.parquet', hive_partitioning = false, union_by_name = true);

-- 24 updates, and as many rollouts as 24 updates of 256: the arms of 256 belong to both.
CREATE OR REPLACE TEMPORARY VIEW compared AS
SELECT updates AS comparison, * FROM evaluations WHERE updates IS NOT NULL
UNION ALL SELECT equal_rollouts AS comparison, * FROM evaluations WHERE equal_rollouts IS NOT NULL;

-- A prompt of a seed at the start and after.
CREATE OR REPLACE TEMPORARY TABLE rates AS
WITH verdicts AS (
  SELECT regexp_extract(filename, 'runs/([^/]*)/', 1) AS training, generation, prompt_id,
         avg(correct::INT) AS pass_1, max(correct::INT) AS pass_16
  FROM read_parquet('runs/brorl-*-[0-9]/scores/**/*.parquet', hive_partitioning = false, filename = true)
  GROUP BY training, generation, prompt_id)
SELECT c.comparison, c.arm, c.seed, s.prompt_id,
       s.pass_1 AS start_1, v.pass_1, s.pass_16 AS start_16, v.pass_16
FROM compared c
JOIN evaluations e ON e.training = c.training AND e.step = 0
JOIN verdicts v ON v.training = c.training AND v.generation = c.generation
JOIN verdicts s ON s.training = c.training AND s.generation = e.generation AND s.prompt_id = v.prompt_id;

-- pass@1 and pass@16 on test prompts, and their change since the start; ± 1.96 standard errors over prompts.
SELECT comparison, arm, count(DISTINCT seed) AS seeds, count(*) AS prompts,
       round(avg(start_1), 4) AS start_pass_1, round(avg(pass_1), 4) AS pass_1,
       concat_ws(' ± ', round(avg(pass_1 - start_1), 4), round(1.96 * stddev(pass_1 - start_1) / sqrt(count(*)), 4)) AS change_1,
       (SELECT concat_ws(', ', min(change), max(change)) FROM (
          SELECT round(avg(r.pass_1 - r.start_1), 4) AS change FROM rates r
          WHERE r.comparison = rates.comparison AND r.arm = rates.arm GROUP BY r.seed)) AS of_seeds,
       round(avg(start_16), 4) AS start_pass_16, round(avg(pass_16), 4) AS pass_16,
       concat_ws(' ± ', round(avg(pass_16 - start_16), 4), round(1.96 * stddev(pass_16 - start_16) / sqrt(count(*)), 4)) AS change_16
FROM rates GROUP BY comparison, arm ORDER BY comparison DESC, arm;

-- Differences between arms, paired by prompt of a seed.
SELECT a.comparison, concat(b.arm, ' less ', a.arm) AS difference, count(*) AS prompts,
       concat_ws(' ± ', round(avg(b.pass_1 - a.pass_1), 4), round(1.96 * stddev(b.pass_1 - a.pass_1) / sqrt(count(*)), 4)) AS pass_1,
       concat_ws(' ± ', round(avg(b.pass_16 - a.pass_16), 4), round(1.96 * stddev(b.pass_16 - a.pass_16) / sqrt(count(*)), 4)) AS pass_16
FROM rates a JOIN rates b ON b.comparison = a.comparison AND b.seed = a.seed AND b.prompt_id = a.prompt_id AND (a.arm, b.arm) IN (('16', '64'), ('16', '256'), ('64', '256'), ('16', '256-same-rate'))
GROUP BY a.comparison, a.arm, b.arm ORDER BY a.comparison DESC, b.arm, a.arm;

-- The right completions that the start drew: how many are less likely now, and their summed probability.
SELECT c.comparison, c.arm, sum(c.start_right) AS completions,
       round(sum(c.start_right * c.start_right_fallen_share) / sum(c.start_right), 3) AS less_likely,
       concat_ws(', ', round(min(c.start_right_fallen_share), 3), round(max(c.start_right_fallen_share), 3)) AS of_seeds,
       round(avg(e.start_right_mass), 4) AS mass_at_start, round(avg(c.start_right_mass), 4) AS mass
FROM compared c JOIN evaluations e ON e.training = c.training AND e.step = 0
GROUP BY c.comparison, c.arm ORDER BY c.comparison DESC, c.arm;

-- What the steps were like.
SELECT regexp_extract(training, 'brorl-(.*)-[0-9]', 1) AS arm, count(*) AS steps,
       round(sum(groups_kept) FILTER (step <= 24) / sum(prompts) FILTER (step <= 24), 3) AS prompts_kept_first_24, round(avg(entropy_mean) FILTER (step <= 24), 4) AS entropy_first_24,
       round(arg_max(entropy_mean, step), 4) AS entropy_last, round(avg(gradient_norm) FILTER (step <= 24), 3) AS gradient_norm_first_24,
       round(sum(tokens_drawn) / sum(seconds_drawn)) AS tokens_a_second
FROM read_parquet('runs/brorl-*-[0-9]/training_steps/**/*.parquet', hive_partitioning = false, union_by_name = true)
GROUP BY arm ORDER BY arm;

-- The start: pass@1 by step of its training, and the slope over the last third of its steps.
SELECT step, round(pass_rate, 4) AS pass_1, round(pass_rate_standard_error, 4) AS standard_error
FROM read_parquet('runs/brorl-plateau/training_evaluations/**/*.parquet', hive_partitioning = false, union_by_name = true) ORDER BY step;

WITH steps AS (
  SELECT step, verdict_rate FROM read_parquet('runs/brorl-plateau/training_steps/**/*.parquet', hive_partitioning = false, union_by_name = true)),
last AS (SELECT * FROM steps WHERE step > (SELECT max(step) * 2 / 3 FROM steps))
SELECT count(*) AS steps, round(avg(verdict_rate), 4) AS verdict_rate, round(100 * regr_slope(verdict_rate, step), 4) AS slope_a_100_steps,
       round(100 * sqrt((regr_syy(verdict_rate, step) - pow(regr_sxy(verdict_rate, step), 2) / regr_sxx(verdict_rate, step)) / (count(*) - 2) / regr_sxx(verdict_rate, step)), 4) AS standard_error
FROM last;
