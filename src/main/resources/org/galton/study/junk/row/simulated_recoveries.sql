CREATE TABLE simulated_recoveries (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  axis STRING NOT NULL COMMENT 'What the dose is of, as metric of simulated_scores',
  planted DOUBLE NOT NULL COMMENT 'Slope that was planted, points of the score for a percent of junk',
  expected DOUBLE NOT NULL COMMENT 'Slope of the mixtures at hand without noise: other axes vary a little with the dose, too',
  slope DOUBLE NOT NULL COMMENT 'Mean slope that the studies found',
  studies INT NOT NULL COMMENT 'Studies, each with new noise',
  held DOUBLE NOT NULL COMMENT 'Share of studies whose 95 % interval of the slope holds the planted one',
  held_low DOUBLE NOT NULL COMMENT 'Lower end of its 95 % interval (Wilson)',
  held_high DOUBLE NOT NULL COMMENT 'Upper end',
  found DOUBLE NOT NULL COMMENT 'Share of studies with a two-sided p of the trend of at most 0.05',
  found_low DOUBLE NOT NULL COMMENT 'Lower end of its 95 % interval (Wilson)',
  found_high DOUBLE NOT NULL COMMENT 'Upper end',
  g DOUBLE COMMENT 'Mean of Hedges'' g; NULL with one model'
)
COMMENT 'Whether simulated studies find what was planted';
