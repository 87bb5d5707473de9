-- All rollouts of one prompt. Put the id in place of the subquery: with a literal the readers skip all other prompts.
SELECT model, sampling, rollout_index, status, answer, correct, completion_tokens, completion
FROM judged
WHERE prompt_id = (SELECT min(prompt_id) FROM prompts)
ORDER BY model, sampling, rollout_index;
