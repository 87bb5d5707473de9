-- What do the longest completions look like?
SELECT model, task, prompt_id, rollout_index, completion_tokens, status, correct,
       substr(completion, 1, 200) AS beginning
FROM judged
WHERE completion_tokens IS NOT NULL
ORDER BY completion_tokens DESC, model, task, prompt_id, rollout_index
LIMIT 20;
