CREATE TABLE cell_counts (
  run_id STRING NOT NULL COMMENT 'Run that drew it',
  cell STRING NOT NULL COMMENT 'Name of the synthetic cell, which with the seed fixes its counts',
  gene STRING NOT NULL COMMENT 'Name of the gene',
  count INT NOT NULL COMMENT 'Its count, above 0; genes that are not there are 0',
  type STRING NOT NULL COMMENT 'What type the cell is called; a replaced cell is of another one',
  condition STRING NOT NULL COMMENT 'Its condition: control or a perturbation',
  exposure STRING NOT NULL COMMENT 'Its exposure: short or long',
  side STRING NOT NULL COMMENT 'real, or replaced-P: a population of which P percent are cells of another type',
  held_out BOOLEAN NOT NULL COMMENT 'Whether the cell is of the combination that models should not be trained on'
)
COMMENT 'Counts of synthetic cells, a row per cell and gene';
