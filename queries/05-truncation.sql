-- How many completions did the token limit cut, and how long are those that ended?
SELECT model, task, sampling, count(*) AS rollouts,
       round(avg(CASE WHEN status = 'truncated' THEN 1 ELSE 0 END), 6) AS truncated,
       round(avg(CASE WHEN status = 'complete' THEN completion_tokens END), 6) AS tokens_where_complete,
       max(completion_tokens) AS most_tokens
FROM judged
GROUP BY model, task, sampling
ORDER BY truncated DESC, task, model, sampling;
