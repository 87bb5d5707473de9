CREATE TABLE effort_pairs (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  task STRING NOT NULL COMMENT 'Task or benchmark; empty where a table has no such column',
  model STRING NOT NULL COMMENT 'Model of both settings',
  scaffold STRING NOT NULL COMMENT 'Scaffold of both settings; empty where a table has no such column',
  low_effort STRING NOT NULL COMMENT 'The setting of less effort, as the table has it',
  high_effort STRING NOT NULL COMMENT 'The setting of more effort',
  widest BOOLEAN NOT NULL COMMENT 'Whether these are the lowest and the highest setting: of each model, scaffold and task one pair, which effort_signs counts',
  problems INT NOT NULL COMMENT 'Problems of which both settings have a scored rollout; all that follows is of these',
  low_success DOUBLE COMMENT 'Mean over them of the share of scored rollouts that are right, at less effort; NULL where there is no such problem',
  high_success DOUBLE COMMENT 'The same at more effort',
  difference DOUBLE COMMENT 'high_success less low_success',
  ci_low DOUBLE COMMENT 'Lower end of its 95 % interval, paired by problem; NULL below two problems',
  ci_high DOUBLE COMMENT 'Upper end',
  direction STRING COMMENT 'What more effort does to success: higher, equal or lower; NULL where there is no such problem',
  tokens_ratio DOUBLE COMMENT 'Tokens of all attempts for each scored rollout at more effort, over those at less; NULL where one is not known or the latter is 0',
  seconds_ratio DOUBLE COMMENT 'Likewise seconds',
  dollars_ratio DOUBLE COMMENT 'Likewise dollars; NULL also where the two are known in different ways'
)
COMMENT 'The same model, scaffold and task at two settings of effort: what more of it costs and brings';
