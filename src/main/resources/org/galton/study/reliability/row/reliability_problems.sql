CREATE TABLE reliability_problems (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  task STRING NOT NULL COMMENT 'Task or benchmark; empty where a table has no such column',
  model STRING NOT NULL COMMENT 'Model',
  scaffold STRING NOT NULL COMMENT 'What is built around it: the sampling of a sweep, or an agent; empty where a table has no such column',
  problem STRING NOT NULL COMMENT 'Problem; in a run folder prompt_id',
  rollouts INT NOT NULL COMMENT 'Scored rollouts of the problem as it is, K',
  successes INT NOT NULL COMMENT 'Those that succeeded',
  excluded INT NOT NULL COMMENT 'Rollouts that are in no figure: failed, without a verdict, or ended by the machine or a limit of time',
  outcome DOUBLE COMMENT '(2 p - 1)^2, p the share that succeeded; NULL below two rollouts',
  trajectory_mix DOUBLE COMMENT '1 - mean Jensen-Shannon divergence (base 2) of the shares of actions, over pairs of successful rollouts; NULL below two that have actions',
  trajectory_order DOUBLE COMMENT '1 - mean Levenshtein distance of actions over the longer length, over the same pairs',
  resources DOUBLE COMMENT 'exp(-mean CV) over dollars, seconds, calls, tokens and number of actions, those that are known of two rollouts or more; NULL where none is',
  confidence DOUBLE COMMENT 'exp(-CV) of the confidences; NULL below two',
  perturbed_rollouts INT NOT NULL COMMENT 'Scored rollouts of the problem as it was perturbed',
  perturbed_successes INT NOT NULL COMMENT 'Those that succeeded'
)
COMMENT 'How alike the rollouts of an agent on one problem are';
