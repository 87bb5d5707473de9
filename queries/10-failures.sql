-- Why could rollouts not be drawn? Those that a later attempt drew are left out.
SELECT f.model, f.task, f.error, count(DISTINCT f.prompt_id) AS prompts, count(*) AS failures, max(f.attempt) AS attempts
FROM rollouts f
LEFT JOIN rollouts d
  ON d.task = f.task AND d.generation = f.generation AND d.prompt_id = f.prompt_id
 AND d.rollout_index = f.rollout_index AND d.status <> 'failed'
WHERE f.status = 'failed' AND d.prompt_id IS NULL
GROUP BY f.model, f.task, f.error
ORDER BY failures DESC, f.model, f.task, f.error;
