CREATE TABLE scores (
  model STRING NOT NULL COMMENT 'Name of the model that drew the rollout',
  task STRING NOT NULL COMMENT 'Task of the prompt',
  generation STRING NOT NULL COMMENT 'Generation of the rollout',
  scorer STRING NOT NULL COMMENT 'Verifier with its version and options',
  prompt_id STRING NOT NULL COMMENT 'Prompt that was continued',
  rollout_index INT NOT NULL COMMENT 'Number of the rollout within its prompt, from 0',
  status STRING NOT NULL COMMENT 'scored, unparsed (no answer found: counts as wrong) or unscored (the verifier gave up)',
  answer STRING COMMENT 'Answer in canonical form, equal for equal answers; NULL unless status is scored',
  correct BOOLEAN COMMENT 'Whether the answer is right; false where unparsed, NULL where unscored',
  abstained BOOLEAN COMMENT 'Whether the model declined to answer; NULL where unscored',
  reward DOUBLE COMMENT 'Reward in [0, 1]; NULL where unscored',
  error STRING COMMENT 'Why the verifier gave up; NULL unless status is unscored',
  found_by STRING COMMENT 'Place where the answer stood, such as box or last line; truncated where the completion was cut at its token limit, which is wrong whatever it says; NULL where the verifier does not search for it',
  detail STRING COMMENT 'Why the verdict is what it is: what was extracted, and what it was compared as; NULL where there is nothing to say',
  judge_tokens INT COMMENT 'Tokens that a judging model read and wrote for this verdict, all its votes together; NULL where none was asked',
  judge_seconds DOUBLE COMMENT 'Seconds of work for this verdict: CPU time of the judged program, all its runs together, or the time in which a judging model answered, all its votes together; NULL where nothing was run or asked, as for an answer that was judged before',
  judge_peak_mib BIGINT COMMENT 'Most memory that the judged program held at once, in MiB; NULL where none was run'
)
COMMENT 'A verdict on a rollout. One file for each file of rollouts and with its name, which counts when that one does, under model=…/task=…/generation=…/scorer=…';
