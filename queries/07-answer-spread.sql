-- How much do the rollouts of a prompt agree, and is what most of them say right?
WITH votes AS (
  SELECT model, task, sampling, prompt_id, answer, correct, count(*) AS votes
  FROM judged
  WHERE answer IS NOT NULL
  GROUP BY model, task, sampling, prompt_id, answer, correct
),
ranked AS (
  SELECT model, task, sampling, prompt_id, answer, correct, votes,
         row_number() OVER (PARTITION BY model, task, sampling, prompt_id ORDER BY votes DESC, answer) AS place
  FROM votes
)
SELECT a.model, a.task, a.sampling, a.prompt, a.distinct_answers, round(a.modal_share, 6) AS modal_share,
       round(a.answer_entropy, 6) AS nats, r.answer AS most_frequent, r.correct AS is_right
FROM asked a
LEFT JOIN ranked r
  ON r.model = a.model AND r.task = a.task AND r.sampling = a.sampling AND r.prompt_id = a.prompt_id AND r.place = 1
ORDER BY a.answer_entropy DESC NULLS LAST, a.model, a.task, a.sampling, a.prompt_id
LIMIT 50;
