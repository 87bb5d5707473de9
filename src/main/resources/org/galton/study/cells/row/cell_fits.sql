CREATE TABLE cell_fits (
  run_id STRING NOT NULL COMMENT 'Run that fitted it',
  found_cells BIGINT NOT NULL COMMENT 'Cells in the input',
  kept_cells BIGINT NOT NULL COMMENT 'Cells that stay: they express --min-genes genes or more, and one that stays',
  found_genes BIGINT NOT NULL COMMENT 'Genes that cells with enough genes express',
  kept_genes BIGINT NOT NULL COMMENT 'Those that --min-cells of these cells or more express',
  library DOUBLE NOT NULL COMMENT 'Median sum of counts of the cells that stay, to which each cell is scaled',
  top INT NOT NULL COMMENT 'Longest sentence; 0 where sentences are whole',
  fit_cells INT NOT NULL COMMENT 'Cells of the sample that the line was fitted to',
  points BIGINT COMMENT 'Genes that these cells express; NULL, as all below, where no line is determined',
  fitted_points BIGINT COMMENT 'Those with log10(1 + rank) below 3, to which the line was fitted',
  intercept DOUBLE COMMENT 'Expression at rank 0, in log10(1 + count)',
  slope DOUBLE COMMENT 'Change of expression with log10(1 + rank)',
  zero_rank DOUBLE COMMENT 'Rank at which the line is 0; NULL where it does not fall',
  fitted_r_squared DOUBLE COMMENT 'R squared of the line over the fitted points',
  r_squared DOUBLE COMMENT 'R squared of the line over all points of the sample',
  pearson DOUBLE COMMENT 'Correlation of fitted and true expression over all points',
  spearman DOUBLE COMMENT 'Correlation of their ranks',
  round_trip_genes BIGINT COMMENT 'Words of all sentences',
  round_trip_rmse DOUBLE COMMENT 'Root mean squared error of the expression that sentences give back, over the words of all cells',
  round_trip_r_squared DOUBLE COMMENT 'R squared of it; NULL where expression does not vary'
)
COMMENT 'Cells and genes that stay, and the line from ranks to expression';
