CREATE TABLE scaling_forecasts (
  run_id STRING NOT NULL COMMENT 'Run that fitted',
  sweep STRING NOT NULL COMMENT 'Name of the sweep; fit where points were given in a file',
  series STRING NOT NULL COMMENT 'The series, as in scaling_points',
  compute DOUBLE NOT NULL COMMENT 'Training compute asked about, in the unit of the input',
  reward DOUBLE NOT NULL COMMENT 'Reward of the fitted curve there',
  ci_low DOUBLE COMMENT 'Lower end of the curve''s 95 % profile interval there; NULL where the method has none',
  ci_high DOUBLE COMMENT 'Upper end; NULL where the method has none'
)
COMMENT 'What a fitted curve promises at some compute. Refused fits promise nothing and have no rows';
