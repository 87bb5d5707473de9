CREATE TABLE audit_differences (
  run_id STRING NOT NULL COMMENT 'Run that measured it',
  technique STRING NOT NULL COMMENT 'Technique, see audits',
  prompts STRING NOT NULL COMMENT 'standard or direct',
  against STRING NOT NULL COMMENT 'sample: the first technique of kind sample on the same models; base: the same technique on the base',
  measure STRING NOT NULL COMMENT 'hit or leak',
  difference DOUBLE NOT NULL COMMENT 'Rate of the technique minus the other rate',
  low DOUBLE NOT NULL COMMENT 'Lower end of its 95 % interval (Newcombe)',
  high DOUBLE NOT NULL COMMENT 'Upper end of it',
  p DOUBLE NOT NULL COMMENT 'Two-sided p-value of the score test with a pooled rate',
  adjusted_p DOUBLE NOT NULL COMMENT 'The same by Holm over the techniques of the same prompts, comparison and measure',
  above BOOLEAN NOT NULL COMMENT 'Whether the lower end of the rate is above the upper end of the other'
)
COMMENT 'Techniques against plain sampling and against the base';
