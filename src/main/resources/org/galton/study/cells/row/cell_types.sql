CREATE TABLE cell_types (
  run_id STRING NOT NULL COMMENT 'Run that counted it',
  type STRING COMMENT 'Type of the cells; NULL where none is known',
  condition STRING NOT NULL COMMENT 'Values of the columns of --by as a JSON object; {} where there are none',
  cells BIGINT NOT NULL COMMENT 'Cells that stay',
  mean_library DOUBLE NOT NULL COMMENT 'Mean sum of counts',
  mean_expressed DOUBLE NOT NULL COMMENT 'Mean number of genes that a cell expresses',
  round_trip_rmse DOUBLE COMMENT 'Root mean squared error of the expression that sentences give back, over the words of these cells; NULL where no line was fitted'
)
COMMENT 'Cells by type and condition';
