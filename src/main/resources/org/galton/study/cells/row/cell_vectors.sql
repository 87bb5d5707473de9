CREATE TABLE cell_vectors (
  run_id STRING NOT NULL COMMENT 'Run that made it',
  cell STRING NOT NULL COMMENT 'Name of the cell',
  side STRING NOT NULL COMMENT 'Value of the column of --side; with --sentences real or generated',
  type STRING COMMENT 'Type of the cell; NULL where none is known',
  condition STRING NOT NULL COMMENT 'Values of the columns of --by as a JSON object; {} where there are none',
  embedder STRING NOT NULL COMMENT 'pca and the number of axes, fitted to the reference alone, or random, their number and the seed',
  vector ARRAY<DOUBLE> NOT NULL COMMENT 'The cell''s expression on these axes, in log10(1 + count)'
)
COMMENT 'Cells as vectors, to be compared by ./galton frechet';
