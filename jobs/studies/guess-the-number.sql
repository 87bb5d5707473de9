-- The tables of docs/studies/guess-the-number.md. In DuckDB, from the clone's root:
--   duckdb < jobs/studies/guess-the-number.sql
-- An episode of the test split of a training at step 0, the start, and at its end.
CREATE OR REPLACE TEMPORARY TABLE measured AS
WITH evaluations AS (
  SELECT regexp_extract(filename, '/guess-([a-z0-9-]+)/', 1) AS run, step, generation
  FROM read_parquet('runs/guess-*-[0-9]/training_evaluations/**/*.parquet', hive_partitioning = false, filename = true)),
tested AS (
  SELECT DISTINCT prompt_id FROM read_parquet('runs/guess-*-[0-9]/prompts/**/*.parquet', hive_partitioning = false, union_by_name = true)
  WHERE prompt_id NOT IN (SELECT prompt_id FROM read_parquet('runs/guess-*-[0-9]/training_groups/**/*.parquet', hive_partitioning = false, union_by_name = true))),
played AS (
  SELECT regexp_extract(filename, '/guess-([a-z0-9-]+)/', 1) AS run, generation, prompt_id, rollout_index,
         len(regexp_extract_all(completion, '"turn":')) AS turns, contains(completion, '"won":true') AS won,
         contains(completion, '"format_error":true') AS format_error
  FROM read_parquet('runs/guess-*-[0-9]/rollouts/**/*.parquet', hive_partitioning = false, filename = true)
  WHERE prompt_id IN (SELECT prompt_id FROM tested))
SELECT e.run, regexp_extract(e.run, '[0-9]$') AS seed, CASE WHEN e.step = 0 THEN 'start' ELSE regexp_replace(e.run, '-[0-9]$', '') END AS arm,
       p.prompt_id, p.turns, p.won, p.format_error
FROM evaluations e JOIN played p ON p.run = e.run AND p.generation = e.generation;

-- Each seed.
SELECT arm, seed, count(*) AS episodes, round(avg(won::INT), 3) AS success, round(avg(turns), 3) AS turns,
       round(avg(turns) FILTER (won), 3) AS turns_of_won, round(avg(format_error::INT), 4) AS format_errors
FROM measured GROUP BY ALL ORDER BY ALL;

-- Each arm, with 95 % intervals by the bootstrap: 1,000 draws of as many test episodes as there are, all rollouts and seeds of an episode together.
CREATE OR REPLACE TEMPORARY TABLE prompts AS
SELECT arm, prompt_id, row_number() OVER (PARTITION BY arm ORDER BY prompt_id) - 1 AS at, count(*) OVER (PARTITION BY arm) AS of,
       count(*) AS n, sum(turns) AS turns, sum(won::INT) AS won, coalesce(sum(turns) FILTER (won), 0) AS turns_won
FROM measured GROUP BY arm, prompt_id;
CREATE OR REPLACE TEMPORARY TABLE draws AS
SELECT a.arm, d.draw, sum(p.won) / sum(p.n) AS success, sum(p.turns) / sum(p.n) AS turns, sum(p.turns_won) / sum(p.won) AS turns_of_won
FROM (SELECT arm, of, unnest(range(of)) AS place FROM (SELECT DISTINCT arm, of FROM prompts)) a, range(1000) d(draw)
JOIN prompts p ON p.arm = a.arm AND p.at = hash(d.draw * 1000003 + a.place) % a.of
GROUP BY a.arm, d.draw;
WITH ends AS (
  SELECT arm, quantile_cont(success, [0.025, 0.975]) AS success, quantile_cont(turns, [0.025, 0.975]) AS turns, quantile_cont(turns_of_won, [0.025, 0.975]) AS turns_of_won
  FROM draws GROUP BY arm)
SELECT m.arm, count(*) AS episodes, printf('%.3f [%.3f, %.3f]', avg(m.won::INT), any_value(e.success[1]), any_value(e.success[2])) AS success,
       printf('%.3f [%.3f, %.3f]', avg(m.turns), any_value(e.turns[1]), any_value(e.turns[2])) AS turns,
       printf('%.3f [%.3f, %.3f]', avg(m.turns) FILTER (m.won), any_value(e.turns_of_won[1]), any_value(e.turns_of_won[2])) AS turns_of_won
FROM measured m JOIN ends e ON e.arm = m.arm GROUP BY m.arm ORDER BY m.arm;

-- Differences of arms on the same draws of episodes.
SELECT a.arm || ' less ' || b.arm AS difference, printf('%+.3f [%+.3f, %+.3f]', avg(a.success - b.success), quantile_cont(a.success - b.success, 0.025), quantile_cont(a.success - b.success, 0.975)) AS success,
       printf('%+.3f [%+.3f, %+.3f]', avg(a.turns - b.turns), quantile_cont(a.turns - b.turns, 0.025), quantile_cont(a.turns - b.turns, 0.975)) AS turns
FROM draws a JOIN draws b ON b.draw = a.draw
WHERE a.arm || ' ' || b.arm IN ('rebn-09 reinforce-09', 'rebn-1 reinforce-1', 'rebn-09 grpo-09', 'rebn-1 grpo-1', 'rebn-09 rebn-1', 'reinforce-09 reinforce-1', 'grpo-09 grpo-1')
GROUP BY a.arm, b.arm ORDER BY 1;
