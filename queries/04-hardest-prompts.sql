-- Which prompts are solved least, and what do the models answer instead?
WITH answers AS (
  SELECT task, prompt_id, answer, count(*) AS votes
  FROM judged
  WHERE NOT correct AND answer IS NOT NULL
  GROUP BY task, prompt_id, answer
),
first_wrong AS (
  SELECT task, prompt_id, answer, votes,
         row_number() OVER (PARTITION BY task, prompt_id ORDER BY votes DESC, answer) AS place
  FROM answers
),
solved AS (
  SELECT task, prompt_id, prompt, reference, sum(n) AS rollouts, sum(correct) AS right_ones
  FROM asked
  GROUP BY task, prompt_id, prompt, reference
)
SELECT s.task, s.prompt, s.reference, s.rollouts, round(s.right_ones / s.rollouts, 6) AS solve_rate,
       w.answer AS most_frequent_wrong, w.votes
FROM solved s LEFT JOIN first_wrong w ON w.task = s.task AND w.prompt_id = s.prompt_id AND w.place = 1
WHERE s.rollouts > 0
ORDER BY solve_rate, s.task, s.prompt_id
LIMIT 20;
