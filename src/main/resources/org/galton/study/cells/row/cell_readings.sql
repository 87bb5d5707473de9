CREATE TABLE cell_readings (
  run_id STRING NOT NULL COMMENT 'Run that read it',
  cell STRING NOT NULL COMMENT 'Name of the generated cell',
  type STRING COMMENT 'Type that was asked for; NULL where none is known',
  reference STRING COMMENT 'Cell that it should be like; NULL where none is named',
  words INT NOT NULL COMMENT 'Words of the sentence',
  foreign_words INT NOT NULL COMMENT 'Those that are no genes of the vocabulary; taken out',
  repeated_words INT NOT NULL COMMENT 'Those that name a gene again; the gene stands at the mean of its positions',
  genes INT NOT NULL COMMENT 'Genes that are left',
  overlap DOUBLE COMMENT 'Genes of both this sentence and the reference''s, as a part of those of the longer one; NULL where the reference is not among the cells that stay',
  kendall_tau DOUBLE COMMENT 'Kendall''s tau-b of the sentence''s order and the reference''s expression, over --programme or all genes; NULL likewise, or where one side is tied throughout',
  expression_error DOUBLE COMMENT 'Root mean squared error of the sentence''s expression against the reference''s, over all genes, in log10(1 + count)',
  nearest_type STRING COMMENT 'Type whose mean is nearest to the sentence''s expression; NULL where the counts have no types'
)
COMMENT 'Generated sentences of cells, made whole and compared with the cells that they should be like';
