CREATE TABLE cell_sentences (
  run_id STRING NOT NULL COMMENT 'Run that made it',
  cell STRING NOT NULL COMMENT 'Name of the cell',
  type STRING COMMENT 'Its type; NULL where none is known',
  condition STRING NOT NULL COMMENT 'Values of the columns of --by as a JSON object; {} where there are none',
  library DOUBLE NOT NULL COMMENT 'Sum of its counts over the genes that stay',
  expressed INT NOT NULL COMMENT 'Genes that it expresses, of those that stay',
  genes ARRAY<STRING> NOT NULL COMMENT 'The sentence: names of these genes from highest to lowest expression, at most --top',
  round_trip_rmse DOUBLE COMMENT 'Root mean squared error of the expression that the line gives for the genes of the sentence, in log10(1 + count); NULL where no line was fitted'
)
COMMENT 'Cells as sentences of gene names';
