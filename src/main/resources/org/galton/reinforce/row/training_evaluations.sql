CREATE TABLE training_evaluations (
  training STRING NOT NULL COMMENT 'Name of the training',
  step INT NOT NULL COMMENT 'Steps taken; 0 is the start',
  model STRING NOT NULL COMMENT 'Name of the policy, as in rollouts',
  task STRING NOT NULL COMMENT 'Task',
  split STRING NOT NULL COMMENT 'validation or test',
  generation STRING NOT NULL COMMENT 'Generation of the rollouts',
  prompts INT NOT NULL COMMENT 'Prompts with a verdict',
  rollouts INT NOT NULL COMMENT 'Rollouts asked for of each prompt',
  pass_rate DOUBLE COMMENT 'pass@1: mean over prompts of the share of right rollouts; truncated ones are wrong',
  pass_rate_standard_error DOUBLE COMMENT 'Standard error of pass_rate over prompts',
  pass_rate_low DOUBLE COMMENT 'Lower end of its 95 % interval',
  pass_rate_high DOUBLE COMMENT 'Upper end of its 95 % interval',
  pass_rate_change DOUBLE COMMENT 'pass_rate less that of the start, on the same prompts',
  pass_rate_change_standard_error DOUBLE COMMENT 'Standard error of the change, paired by prompt',
  pass_rate_change_low DOUBLE COMMENT 'Lower end of its 95 % interval',
  pass_rate_change_high DOUBLE COMMENT 'Upper end of its 95 % interval',
  abstention_rate DOUBLE COMMENT 'Mean over prompts of the share of rollouts that abstain; those that neither abstain nor are right are wrong',
  completion_tokens_mean DOUBLE NOT NULL COMMENT 'Mean tokens of a completion',
  truncated_share DOUBLE NOT NULL COMMENT 'Share of the completions that the token limit ended',
  training_flops DOUBLE NOT NULL COMMENT 'Floating-point operations of drawing and learning in this training up to here',
  seconds DOUBLE NOT NULL COMMENT 'Seconds that the evaluation took'
)
COMMENT 'What a policy can do on prompts that it is not trained on. A file a measured step under training=…';
