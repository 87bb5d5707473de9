-- What docs/studies/deepsearch-countdown.md says. In DuckDB, from the clone's root:
--   duckdb < jobs/studies/deepsearch-countdown.sql
CREATE OR REPLACE TEMPORARY TABLE judged AS
SELECT r.generation, r.prompt_id, s.correct, coalesce(q.sampler, 'plain') AS sampler,
       coalesce(q.drawn_tokens, r.completion_tokens) AS tokens, q.steps, q.verifier_calls
FROM read_parquet('runs/deepsearch-countdown/rollouts/**/*.parquet', hive_partitioning = false) r
JOIN read_parquet('runs/deepsearch-countdown/scores/**/*.parquet', hive_partitioning = false) s USING (generation, prompt_id, rollout_index)
LEFT JOIN read_parquet('runs/deepsearch-countdown/searches/**/*.parquet', hive_partitioning = false) q USING (generation, prompt_id, rollout_index);

SELECT sampler, count(*) AS problems, sum(correct::INT) AS solved, round(avg(tokens)) AS tokens, round(avg(steps), 1) AS expansions,
       round(avg(verifier_calls), 1) AS verdicts
FROM judged GROUP BY sampler ORDER BY solved DESC;

-- Ends of trees that a verdict was asked for, and how many different texts they are.
WITH RECURSIVE nodes AS (
  SELECT * FROM read_parquet('runs/deepsearch-countdown/search_nodes/**/*.parquet', hive_partitioning = false)),
texts AS (
  SELECT generation, prompt_id, node, ending, text AS whole FROM nodes WHERE node = 0
  UNION ALL
  SELECT n.generation, n.prompt_id, n.node, n.ending, t.whole || n.text
  FROM nodes n JOIN texts t ON n.generation = t.generation AND n.prompt_id = t.prompt_id AND n.parent = t.node),
ends AS (
  SELECT generation, prompt_id, count(*) AS ends, count(DISTINCT whole) AS different
  FROM texts WHERE ending IN ('correct', 'wrong') GROUP BY generation, prompt_id)
SELECT j.sampler, round(avg(e.ends), 1) AS ends, round(avg(e.different), 1) AS different
FROM ends e JOIN judged j USING (generation, prompt_id) GROUP BY j.sampler;

-- Different first steps that a tree went on from.
SELECT j.sampler, round(avg(f.different), 1) AS first_steps
FROM (SELECT generation, prompt_id, count(DISTINCT text) AS different
      FROM read_parquet('runs/deepsearch-countdown/search_nodes/**/*.parquet', hive_partitioning = false)
      WHERE depth = 1 AND expansion IS NOT NULL GROUP BY generation, prompt_id) f
JOIN judged j USING (generation, prompt_id) GROUP BY j.sampler;

-- Two samplers paired by problem.
SELECT a.sampler AS first, b.sampler AS second, count(*) FILTER (WHERE a.correct AND NOT b.correct) AS only_first,
       count(*) FILTER (WHERE b.correct AND NOT a.correct) AS only_second
FROM judged a JOIN judged b USING (prompt_id) WHERE a.sampler < b.sampler GROUP BY ALL ORDER BY ALL;
