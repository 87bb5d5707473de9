CREATE TABLE gates (
  run_id STRING NOT NULL COMMENT 'Run that judged it',
  gate STRING NOT NULL COMMENT 'The gate as the spec has it, as in pass@1 below 0.5',
  subject STRING NOT NULL COMMENT 'Whose figure it is: a model on a task, or two of which the second changed; the sampling too where there are several',
  figure DOUBLE NOT NULL COMMENT 'The rate or mean itself, or its change in the direction that the gate names: of drops the drop, of rises the rise',
  figure_low DOUBLE NOT NULL COMMENT 'One-sided lower bound of figure at the confidence',
  figure_high DOUBLE NOT NULL COMMENT 'One-sided upper bound of figure at the confidence',
  threshold DOUBLE NOT NULL COMMENT 'The number that the gate names',
  confidence DOUBLE NOT NULL COMMENT 'Of each bound alone, as in 0.95',
  missed BOOLEAN NOT NULL COMMENT 'Whether the figure is beyond the threshold even at its bound: of below figure_high < threshold, of every other gate figure_low > threshold',
  sentence STRING NOT NULL COMMENT 'The verdict in words, as the command printed it'
)
COMMENT 'What a gate of a sweep says of one figure of a run. A gate is judged on the newest checkpoint of every training, task and sampling. A run without gates, or that judged none because it stopped before, has no rows';
