CREATE TABLE cell_truths (
  run_id STRING NOT NULL COMMENT 'Run that drew the cells',
  type STRING NOT NULL COMMENT 'Type of the cells',
  condition STRING NOT NULL COMMENT 'Their condition',
  exposure STRING NOT NULL COMMENT 'Their exposure',
  held_out BOOLEAN NOT NULL COMMENT 'Whether this is the combination that models should not be trained on',
  gene STRING NOT NULL COMMENT 'Name of the gene',
  log_mean DOUBLE NOT NULL COMMENT 'Natural log of its mean count in a cell of library size 1 of which nothing is dropped; adds up over type, condition and exposure',
  marker_of STRING COMMENT 'Type whose marker the gene is; NULL where it is none',
  programme BOOLEAN NOT NULL COMMENT 'Whether conditions and exposures move it'
)
COMMENT 'What synthetic cells are drawn from';
