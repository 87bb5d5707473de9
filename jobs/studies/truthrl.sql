-- What the sweep jobs/studies/truthrl.yaml says of each arm, by what the start model knows. In Spark SQL.
-- A prompt that the start model never got right in 256 rollouts is out of its knowledge.
CREATE OR REPLACE TEMPORARY VIEW asked AS
SELECT p.prompt_id, p.cluster, p.attributes['knowledge'] AS knowledge, p.attributes['attribute'] AS attribute,
       s.n = 256 AND s.correct = 0 AS out_of_knowledge
FROM prompts p JOIN prompt_statistics s USING (task, prompt_id)
WHERE s.run_id = (SELECT min(run_id) FROM prompt_statistics);

-- An entity with its rates under each model: the mean over its questions, on the first 64 rollouts.
CREATE OR REPLACE TEMPORARY VIEW entities AS
SELECT regexp_extract(s.model, 'truthrl-(start|binary|ternary)', 1) AS arm, s.model, a.knowledge, a.cluster,
       avg(s.correct / s.n) AS accuracy, avg(s.abstained / s.n) AS abstention,
       avg((s.n - s.correct - s.abstained) / s.n) AS hallucination, avg((2 * s.correct + s.abstained - s.n) / s.n) AS truthfulness
FROM prompt_statistics s JOIN asked a USING (prompt_id)
WHERE s.run_id = (SELECT max(run_id) FROM prompt_statistics)
GROUP BY ALL;
