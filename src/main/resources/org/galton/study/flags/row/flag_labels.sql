CREATE TABLE flag_labels (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  rubric STRING NOT NULL COMMENT 'Rubric',
  judge STRING NOT NULL COMMENT 'Who flagged: rules with their version',
  labels STRING NOT NULL COMMENT 'Who gave the labels; hand where the table has no column judge',
  labelled BIGINT NOT NULL COMMENT 'Rollouts that have a label of the rubric',
  both BIGINT NOT NULL COMMENT 'Those with label 1 and a flag',
  label_only BIGINT NOT NULL COMMENT 'Those with label 1 and no flag',
  flag_only BIGINT NOT NULL COMMENT 'Those with label 0 and a flag',
  precision DOUBLE COMMENT 'Share of flagged rollouts that have label 1; NULL where none is flagged',
  precision_low DOUBLE COMMENT 'Lower end of its 95 % interval (Wilson)',
  precision_high DOUBLE COMMENT 'Upper end',
  recall DOUBLE COMMENT 'Share of rollouts with label 1 that are flagged: of all such rollouts only where labels were given whether there was a flag or not; NULL where none has label 1',
  recall_low DOUBLE COMMENT 'Lower end of its 95 % interval (Wilson)',
  recall_high DOUBLE COMMENT 'Upper end',
  kappa DOUBLE COMMENT 'Cohen''s kappa of flags and labels; NULL where all are the same',
  kappa_low DOUBLE COMMENT 'Lower end of its 95 % interval, the problem as unit; NULL below two problems',
  kappa_high DOUBLE COMMENT 'Upper end'
)
COMMENT 'Flags of a rubric beside labels of people or of another judge';
