CREATE TABLE cell_ranks (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  rank INT NOT NULL COMMENT 'Place in the sentence, from 0',
  cells INT NOT NULL COMMENT 'Cells of the fit''s sample whose sentence is so long',
  expression DOUBLE NOT NULL COMMENT 'Their mean expression at this rank, in log10(1 + count)',
  deviation DOUBLE NOT NULL COMMENT 'Standard deviation over cells; 0 for one cell',
  fitted DOUBLE NOT NULL COMMENT 'Expression by the line'
)
COMMENT 'Expression by place in the sentence';
