CREATE TABLE dose_means (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  metric STRING NOT NULL COMMENT 'What was measured; score where the input does not say',
  model STRING COMMENT 'Model; NULL for all models together, or where the input names none',
  dose DOUBLE NOT NULL COMMENT 'Dose, in the units of the input, such as percent of junk',
  scores INT NOT NULL COMMENT 'Values that the mean is of: scores of a model, or means of models where it is of all',
  mean DOUBLE NOT NULL COMMENT 'Mean score',
  ci_low DOUBLE COMMENT 'Lower end of its 95 % interval by Student''s t; NULL below two values',
  ci_high DOUBLE COMMENT 'Upper end'
)
COMMENT 'Mean scores by dose';
