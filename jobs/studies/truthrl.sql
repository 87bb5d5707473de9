-- What jobs/studies/truthrl.yaml measured, by what the start model knows; docs/studies/truthrl.md says when to run it.
-- A question that the start model never answered right in the 256 rollouts of the first run is out of its knowledge.
CREATE OR REPLACE TEMPORARY VIEW measured AS
SELECT regexp_extract(s.model, 'truthrl-(start|binary|ternary)', 1) AS arm, s.model, s.prompt_id, s.cluster,
       p.attributes['knowledge'] AS knowledge, f.correct = 0 AS out_of_knowledge,
       s.correct / s.n AS accuracy, s.abstained / s.n AS abstention, (s.n - s.correct - s.abstained) / s.n AS hallucination
FROM prompt_statistics s
JOIN prompts p ON p.task = s.task AND p.prompt_id = s.prompt_id
JOIN prompt_statistics f ON f.task = s.task AND f.prompt_id = s.prompt_id AND f.run_id = (SELECT min(run_id) FROM prompt_statistics)
WHERE s.run_id = (SELECT max(run_id) FROM prompt_statistics);

-- The rates of a group of questions under a model: means over questions. A question is in two groups and in all.
CREATE OR REPLACE TEMPORARY VIEW grouped AS
SELECT knowledge AS questions, * FROM measured
UNION ALL SELECT 'all', * FROM measured
UNION ALL SELECT CASE WHEN out_of_knowledge THEN 'out of knowledge' ELSE 'in knowledge' END, * FROM measured;

-- Of each arm: means over its models, and from the lowest model to the highest.
SELECT questions, arm, count(*) AS models, min(asked) AS asked,
       round(avg(accuracy), 3) AS accuracy, round(avg(abstention), 3) AS abstention, round(avg(hallucination), 3) AS hallucination,
       round(avg(accuracy - hallucination), 3) AS truthfulness,
       concat_ws(' to ', round(min(accuracy), 3), round(max(accuracy), 3)) AS accuracies,
       concat_ws(' to ', round(min(hallucination), 3), round(max(hallucination), 3)) AS hallucinations,
       concat_ws(' to ', round(min(accuracy - hallucination), 3), round(max(accuracy - hallucination), 3)) AS truthfulnesses
FROM (SELECT questions, arm, model, count(*) AS asked, avg(accuracy) AS accuracy, avg(abstention) AS abstention,
             avg(hallucination) AS hallucination
      FROM grouped GROUP BY questions, arm, model) AS models
GROUP BY questions, arm ORDER BY questions, arm DESC;
