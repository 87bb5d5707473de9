CREATE TABLE vote_sweeps (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  model STRING NOT NULL COMMENT 'Name of the model',
  task STRING NOT NULL COMMENT 'Task',
  generation STRING NOT NULL COMMENT 'Generation of the rollouts',
  vote_draws INT NOT NULL COMMENT 'M: rollouts that vote',
  vote_accept INT NOT NULL COMMENT 'n: an answer is accepted that at least n of them give, n > M/2; else the agent stays where it is',
  prompts INT NOT NULL COMMENT 'Prompts with at least M rollouts',
  acceptance DOUBLE NOT NULL COMMENT 'Mean over prompts of the probability that an answer is accepted',
  acceptance_low DOUBLE COMMENT 'Lower end of its 95 % interval over prompts; NULL below two prompts',
  acceptance_high DOUBLE COMMENT 'Upper end',
  accuracy DOUBLE COMMENT 'Share of accepted answers that are right; NULL where none is ever accepted',
  accuracy_low DOUBLE COMMENT 'Lower end of its 95 % interval over prompts; NULL where none',
  accuracy_high DOUBLE COMMENT 'Upper end',
  slope DOUBLE COMMENT 'Mean over prompts with two answers or more of the slope of the votes potential on that of single draws; NULL without such',
  action DOUBLE COMMENT 'Mean over prompts with an answer of the action, exp kernel, all draws as attempts; NULL without such',
  action_at_zero DOUBLE COMMENT 'The same of a flat potential'
)
COMMENT 'What a majority vote makes of a task''s stored rollouts';
