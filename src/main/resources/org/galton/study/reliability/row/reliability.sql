CREATE TABLE reliability (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  task STRING NOT NULL COMMENT 'Task or benchmark; empty where a table has no such column',
  model STRING NOT NULL COMMENT 'Model',
  scaffold STRING NOT NULL COMMENT 'What is built around it: the sampling of a sweep, or an agent; empty where a table has no such column',
  measure STRING NOT NULL COMMENT 'consistency, predictability, robustness, safety or abstention, and after a point which part of it',
  value DOUBLE COMMENT 'In [0, 1], 1 is the best; of abstention a share of rollouts. NULL where it cannot be computed: see reason',
  ci_low DOUBLE COMMENT 'Lower end of its 95 % interval, the problem as unit (bootstrap); NULL below two problems, where value is NULL, and for predictability of more than 200,000 different forecasts',
  ci_high DOUBLE COMMENT 'Upper end',
  problems INT NOT NULL COMMENT 'Problems that it is computed from',
  rollouts BIGINT NOT NULL COMMENT 'Rollouts that it is computed from',
  reason STRING COMMENT 'Why value is NULL; NULL where it is not'
)
COMMENT 'What rollouts of an agent (model and scaffold) are worth beyond their success';
