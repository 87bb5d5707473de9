-- What docs/studies/adaptive.md says. In DuckDB, from the clone's root:
--   duckdb < jobs/studies/adaptive.sql
-- Countdown: different right answers that all rollouts together have found, accuracy, undecided votes, and what it cost.
CREATE OR REPLACE TEMPORARY TABLE countdown AS
SELECT r.model, r.generation, r.prompt_id, s.answer, s.correct, q.choice, q.spread, q.undecided, q.pilot_tokens,
       coalesce(q.sampler, 'plain') AS sampler, coalesce(q.drawn_tokens, r.completion_tokens) AS tokens
FROM read_parquet('runs/adaptive-countdown/rollouts/**/*.parquet', hive_partitioning = false) r
JOIN read_parquet('runs/adaptive-countdown/scores/**/*.parquet', hive_partitioning = false) s USING (generation, prompt_id, rollout_index)
LEFT JOIN read_parquet('runs/adaptive-countdown/searches/**/*.parquet', hive_partitioning = false) q USING (generation, prompt_id, rollout_index);

SELECT model LIKE '%+adapter:%' AS adapter, sampler, count(*) AS rollouts, round(avg(correct::INT), 3) AS right_share,
       count(DISTINCT prompt_id || answer) FILTER (WHERE correct) AS right_states, count(DISTINCT prompt_id) FILTER (WHERE correct) AS solved,
       round(avg(undecided), 3) AS undecided, round(sum(correct::INT) / sum(1 - coalesce(undecided, 0)), 3) AS right_of_decided,
       round(avg((choice = 'converge')::INT), 3) AS converged, round(avg(tokens)) AS tokens, round(avg(pilot_tokens)) AS of_pilots
FROM countdown GROUP BY ALL ORDER BY ALL;

-- What each arm does where the pilot's answers spread so much: the static arms on the same prompts.
WITH pilots AS (SELECT model, prompt_id, min(spread) AS spread FROM countdown WHERE sampler LIKE '%spread=0.5 %' GROUP BY ALL)
SELECT c.model LIKE '%+adapter:%' AS adapter,
       CASE WHEN p.spread <= 0.5 THEN 'to 0.5' WHEN p.spread <= 0.8 THEN 'to 0.8' ELSE 'above' END AS spread, c.sampler,
       count(DISTINCT c.prompt_id) AS prompts, round(avg(c.correct::INT), 3) AS right_share,
       count(DISTINCT c.prompt_id || c.answer) FILTER (WHERE c.correct) AS right_states, round(avg(c.undecided), 3) AS undecided
FROM countdown c JOIN pilots p USING (model, prompt_id) WHERE c.sampler NOT LIKE '%spread=%' GROUP BY ALL ORDER BY ALL;

-- Depth of the landscape of a prompt's answers, V = -ln of an answer's share: its most frequent answer against its least frequent one.
-- ./galton balance --rollouts runs/adaptive-countdown --votes 1:1 prints its action.
WITH answers AS (
  SELECT model, sampler, prompt_id, answer, count(*) AS given FROM countdown WHERE answer IS NOT NULL GROUP BY ALL),
prompts AS (
  SELECT model, sampler, prompt_id, count(*) AS states, ln(max(given) / min(given)) AS depth FROM answers GROUP BY ALL)
SELECT model LIKE '%+adapter:%' AS adapter, sampler, count(*) AS prompts, round(avg(states), 2) AS states, round(avg(depth), 2) AS depth
FROM prompts GROUP BY ALL ORDER BY ALL;

-- Letters: states found, moves, depth of the landscape from the top to the bottom of its largest component, action, cost.
WITH walks AS (
  SELECT experiment, count(DISTINCT target) FILTER (WHERE target <> source) AS found,
         sum(count) AS steps, sum(count) FILTER (WHERE target <> source) AS moves,
         sum(count) FILTER (WHERE target IS NULL) AS escapes
  FROM read_parquet('runs/adaptive-letters/transitions/**/*.parquet', hive_partitioning = false) GROUP BY experiment),
depths AS (
  SELECT experiment, count(*) AS states, round(max(potential) - min(potential), 2) AS depth
  FROM read_parquet('runs/adaptive-letters/potentials/**/*.parquet', hive_partitioning = false)
  WHERE kernel = 'exp' AND vote_draws IS NULL AND component = 0 AND status = 'solved' GROUP BY experiment),
actions AS (
  SELECT experiment, round(action, 3) AS action, round(action_at_zero, 3) AS flat, round(action_lower_bound, 3) AS bound
  FROM read_parquet('runs/adaptive-letters/landscapes/**/*.parquet', hive_partitioning = false)
  WHERE kernel = 'exp' AND vote_draws IS NULL)
SELECT * FROM walks LEFT JOIN depths USING (experiment) LEFT JOIN actions USING (experiment) ORDER BY experiment;

SELECT sampler, sum(steps) AS steps, round(sum(explored) / sum(steps), 3) AS explored, round(sum(undecided) / sum(steps), 3) AS undecided,
       round(avg(spread), 3) AS spread, round(sum(drawn_tokens) / sum(steps), 1) AS tokens, sum(pilot_tokens) AS of_pilots
FROM read_parquet('runs/adaptive-letters/searches/**/*.parquet', hive_partitioning = false) GROUP BY ALL ORDER BY ALL;
