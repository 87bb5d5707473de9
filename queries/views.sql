-- What the questions in this folder are asked of. Two sweeps may count the same rollouts: group by sweep, or choose one.
-- The same text for Spark SQL and DuckDB, over the tables of an output folder.

-- The latest complete run of each sweep: it ended with exit code 0 and closed its books.
CREATE OR REPLACE TEMPORARY VIEW latest_runs AS
SELECT sweep, max(run_id) AS run_id
FROM runs
WHERE exit_code = 0 AND run_id IN (SELECT run_id FROM books)
GROUP BY sweep;

-- The complete run before it.
CREATE OR REPLACE TEMPORARY VIEW previous_runs AS
SELECT r.sweep, max(r.run_id) AS run_id
FROM runs r JOIN latest_runs l ON l.sweep = r.sweep AND r.run_id < l.run_id
WHERE r.exit_code = 0 AND r.run_id IN (SELECT run_id FROM books)
GROUP BY r.sweep;

-- A cell (model, task, sampling) of the latest runs, with its account.
CREATE OR REPLACE TEMPORARY VIEW cells AS
SELECT b.* FROM books b JOIN latest_runs l ON l.run_id = b.run_id;

-- A prompt in a cell, with its text and its counts.
CREATE OR REPLACE TEMPORARY VIEW asked AS
SELECT s.*, p.text AS prompt, p.reference
FROM prompt_statistics s
JOIN latest_runs l ON l.run_id = s.run_id
LEFT JOIN prompts p ON p.task = s.task AND p.prompt_id = s.prompt_id;

-- A drawn rollout of a cell with its prompt and its verdict: those that the run counted and no others.
-- Of a budget these are the pilot's: where the second stage went depends on it, so that counts over both are biased.
-- A model may have been given another name since it drew, hence no join on it.
CREATE OR REPLACE TEMPORARY VIEW judged AS
SELECT a.sweep, a.run_id, a.model, a.task, a.sampling, a.generation, a.scorer, a.prompt_id, a.cluster, a.prompt, a.reference,
       r.rollout_index, r.status, r.completion, r.prompt_tokens, r.completion_tokens, r.logprob_sum, r.entropy_mean,
       r.device, r.seconds, s.status AS verdict, s.answer, s.correct, s.reward
FROM asked a
JOIN rollouts r
  ON r.task = a.task AND r.generation = a.generation AND r.prompt_id = a.prompt_id
 AND r.rollout_index < a.n + a.unscored + a.failed AND r.status <> 'failed'
LEFT JOIN scores s
  ON s.task = r.task AND s.generation = r.generation AND s.scorer = a.scorer
 AND s.prompt_id = r.prompt_id AND s.rollout_index = r.rollout_index;
