CREATE TABLE cell_vocabulary (
  run_id STRING NOT NULL COMMENT 'Run that counted it',
  gene STRING NOT NULL COMMENT 'Name of the gene, in upper case where --upper-case was asked for',
  cells BIGINT NOT NULL COMMENT 'Cells with enough genes that express it'
)
COMMENT 'Genes that stay, and in how many cells they are expressed';
