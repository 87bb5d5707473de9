CREATE TABLE disagreements (
  run_id STRING NOT NULL COMMENT 'Run that compared them',
  model STRING NOT NULL COMMENT 'Name of the model that drew the rollout',
  task STRING NOT NULL COMMENT 'Task of its prompt',
  sampling STRING NOT NULL COMMENT 'Sampling it was drawn with',
  generation STRING NOT NULL COMMENT 'Generation of the rollout',
  first STRING NOT NULL COMMENT 'One judge, or labels where people gave the verdicts',
  second STRING NOT NULL COMMENT 'The other judge, which says the opposite',
  prompt_id STRING NOT NULL COMMENT 'Prompt that was continued',
  rollout_index INT NOT NULL COMMENT 'Number of the rollout within its prompt, from 0',
  first_correct BOOLEAN NOT NULL COMMENT 'Whether the first calls it right',
  first_answer STRING COMMENT 'Answer that the first found; NULL where it found none',
  first_detail STRING COMMENT 'Its reasons, where it gives any',
  second_answer STRING COMMENT 'Answer that the second found; NULL where it found none',
  second_detail STRING COMMENT 'Its reasons, where it gives any',
  prompt STRING COMMENT 'Text of the prompt, its first 4,000 characters; NULL where the prompt is not stored, or its texts may not be shown',
  reference STRING COMMENT 'Reference of the prompt, likewise',
  completion STRING NOT NULL COMMENT 'Completion, its last 4,000 characters; a remark where it may not be shown'
)
COMMENT 'Completions to read: some of those on which two judges disagree, of different prompts first';
