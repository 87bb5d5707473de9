CREATE TABLE playbook_scores (
  run_id STRING NOT NULL COMMENT 'Run that measured it',
  arm STRING NOT NULL COMMENT 'Arm, see playbooks',
  phase STRING NOT NULL COMMENT 'test: prompts that nothing is learned from; online: the prompts of all steps so far, each answered before it was learned from',
  step INT NOT NULL COMMENT 'Step after which it was measured',
  prompts INT NOT NULL COMMENT 'Prompts with a verdict',
  failed INT NOT NULL COMMENT 'Prompts without one',
  correct INT NOT NULL COMMENT 'Right ones',
  accuracy DOUBLE COMMENT 'correct over prompts',
  low DOUBLE COMMENT 'Lower end of the 95 % interval of accuracy (Wilson)',
  high DOUBLE COMMENT 'Upper end of it',
  difference DOUBLE COMMENT 'Accuracy minus that of arm fixed, on prompts that both have a verdict on',
  difference_low DOUBLE COMMENT 'Lower end of the 95 % interval of the difference (paired by prompt)',
  difference_high DOUBLE COMMENT 'Upper end of it',
  context_tokens INT NOT NULL COMMENT 'Tokens of the context after this step, see playbooks',
  bullets INT COMMENT 'Bullets of it'
)
COMMENT 'Accuracy of contexts that learned, by step';
