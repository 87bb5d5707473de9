-- What the evaluations of the six trainings say, by what the start model knows (docs/studies/truthrl.md). In DuckDB, from the clone's root:
--   duckdb < jobs/studies/truthrl.sql
-- A measured question of a training at step 0, the start, and at its end.
CREATE OR REPLACE TEMPORARY TABLE measured AS
WITH evaluations AS (
  SELECT regexp_extract(filename, 'truthrl-([a-z]+-[0-9]+)/', 1) AS run, step, generation
  FROM read_parquet('runs/truthrl-*-[0-9]/training_evaluations/**/*.parquet', hive_partitioning = false, filename = true)),
verdicts AS (
  SELECT regexp_extract(filename, 'truthrl-([a-z]+-[0-9]+)/', 1) AS run, generation, prompt_id, correct, abstained
  FROM read_parquet('runs/truthrl-*-[0-9]/scores/**/*.parquet', hive_partitioning = false, filename = true)),
questions AS (
  SELECT DISTINCT prompt_id, cluster, attributes['knowledge'] AS knowledge
  FROM read_parquet('runs/truthrl-*-[0-9]/prompts/**/*.parquet', hive_partitioning = false, filename = true)
  WHERE prompt_id NOT IN (SELECT prompt_id FROM read_parquet('runs/truthrl-*-[0-9]/training_groups/**/*.parquet', hive_partitioning = false, filename = true)))
SELECT e.run, CASE WHEN e.step = 0 THEN 'start' ELSE regexp_extract(e.run, '[a-z]+') END AS arm, q.knowledge, q.cluster, q.prompt_id,
       avg(v.correct::INT) AS accuracy, avg(v.abstained::INT) AS abstention, 1 - avg(v.correct::INT) - avg(v.abstained::INT) AS hallucination
FROM evaluations e
JOIN verdicts v ON v.run = e.run AND v.generation = e.generation
JOIN questions q ON q.prompt_id = v.prompt_id
GROUP BY e.run, e.step, q.knowledge, q.cluster, q.prompt_id;

CREATE OR REPLACE TEMPORARY VIEW grouped AS
SELECT *, knowledge AS questions FROM measured
UNION ALL SELECT *, 'all' AS questions FROM measured;

-- The rates of each arm, and from the lowest seed to the highest.
SELECT questions, arm, count(*) AS trainings, min(asked) AS asked,
       round(avg(accuracy), 3) AS accuracy, round(avg(abstention), 3) AS abstention, round(avg(hallucination), 3) AS hallucination,
       round(avg(truthfulness), 3) AS truthfulness, concat_ws(' to ', round(min(truthfulness), 3), round(max(truthfulness), 3)) AS of_seeds
FROM (SELECT questions, arm, run, count(*) AS asked, avg(accuracy) AS accuracy, avg(abstention) AS abstention,
             avg(hallucination) AS hallucination, avg(accuracy - hallucination) AS truthfulness
      FROM grouped GROUP BY questions, arm, run) AS runs
GROUP BY questions, arm ORDER BY questions, arm DESC;

-- Differences paired by entity: its rate in an arm is the mean over its questions and the arm's seeds. 1.96 standard errors over entities.
WITH entities AS (
  SELECT questions, arm, cluster, avg(accuracy) AS accuracy, avg(abstention) AS abstention, avg(hallucination) AS hallucination,
         avg(accuracy - hallucination) AS truthfulness
  FROM grouped GROUP BY questions, arm, cluster)
SELECT a.questions, concat(b.arm, ' less ', a.arm) AS difference, count(*) AS entities,
       concat_ws(' ± ', round(avg(b.accuracy - a.accuracy), 3), round(1.96 * stddev(b.accuracy - a.accuracy) / sqrt(count(*)), 3)) AS accuracy,
       concat_ws(' ± ', round(avg(b.abstention - a.abstention), 3), round(1.96 * stddev(b.abstention - a.abstention) / sqrt(count(*)), 3)) AS abstention,
       concat_ws(' ± ', round(avg(b.hallucination - a.hallucination), 3), round(1.96 * stddev(b.hallucination - a.hallucination) / sqrt(count(*)), 3)) AS hallucination,
       concat_ws(' ± ', round(avg(b.truthfulness - a.truthfulness), 3), round(1.96 * stddev(b.truthfulness - a.truthfulness) / sqrt(count(*)), 3)) AS truthfulness
FROM entities a JOIN entities b ON b.questions = a.questions AND b.cluster = a.cluster
WHERE concat(a.arm, ' ', b.arm) IN ('start binary', 'start ternary', 'binary ternary')
GROUP BY a.questions, a.arm, b.arm ORDER BY a.questions, difference;
