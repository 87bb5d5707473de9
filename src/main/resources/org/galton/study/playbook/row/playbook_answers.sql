CREATE TABLE playbook_answers (
  run_id STRING NOT NULL COMMENT 'Run that asked',
  arm STRING NOT NULL COMMENT 'Arm whose context the generator had, see playbooks',
  phase STRING NOT NULL COMMENT 'train: to learn from; test: to measure only; online: to measure first, and to learn from then',
  step INT NOT NULL COMMENT 'Step that the answer belongs to; of phase test the one whose context is measured',
  prompt_id STRING NOT NULL COMMENT 'The prompt',
  correct BOOLEAN COMMENT 'Whether the first answer is right; nothing where there is none, or no verdict',
  completion STRING NOT NULL COMMENT 'The first answer, at most 20,000 characters',
  prompt_tokens INT COMMENT 'Tokens that the generator read, as its model counts',
  completion_tokens INT COMMENT 'Tokens that it wrote',
  used ARRAY<STRING> NOT NULL COMMENT 'Ids of bullets that it says it used',
  rounds INT NOT NULL COMMENT 'Rounds of reflection',
  lesson STRING NOT NULL COMMENT 'The last lesson',
  tags ARRAY<STRING> NOT NULL COMMENT 'Tags of bullets, as in misc-00001 helpful',
  operations ARRAY<STRING> NOT NULL COMMENT 'Operations that the curator asked for',
  faults ARRAY<STRING> NOT NULL COMMENT 'Failures, and replies that could not be read'
)
COMMENT 'Answers with the contexts of playbooks, and what was learned from them';
