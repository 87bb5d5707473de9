CREATE TABLE emergence_effects (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  experiment STRING NOT NULL COMMENT 'As in emergence_groups',
  analysis STRING NOT NULL COMMENT 'contrast, a condition less another; performance, success regressed on synergy, redundancy and their product; mediation, through what a condition works on success',
  first_rounds INT COMMENT 'As in emergence_groups',
  statistic STRING NOT NULL COMMENT 'What is compared, regressed on or mediates: as in emergence_groups, or success',
  measure STRING COMMENT 'As in emergence_groups',
  null_model STRING COMMENT 'Of the corrected figures that are compared; NULL for raw ones',
  baseline STRING COMMENT 'Condition compared with; NULL where all are in one regression',
  condition STRING COMMENT 'Condition compared; NULL as baseline',
  term STRING NOT NULL COMMENT 'difference; a term of the regression, with figures in standard deviations; or acme (through the mediator), ade (not through it), each also for _control and _treated, and total',
  groups INT NOT NULL COMMENT 'Groups used',
  groups_left_out INT NOT NULL COMMENT 'Groups without the figure or without a known success',
  estimate DOUBLE COMMENT 'Difference of means, log odds, or difference in the probability of success; NULL where refused',
  standard_error DOUBLE COMMENT 'Of log odds, robust where groups are weighted for those that ended early; NULL for the others',
  ci_low DOUBLE COMMENT 'Lower end of the 95 % interval, for mediation by bootstrap; NULL for contrasts',
  ci_high DOUBLE COMMENT 'Upper end',
  odds_ratio DOUBLE COMMENT 'exp(estimate) of log odds; of the product, less 1, by how much a standard deviation of redundancy amplifies synergy; NULL for the others',
  p_value DOUBLE COMMENT 'Two-sided: of labels dealt anew, normal, or of the bootstrap; NULL where refused',
  weights STRING COMMENT 'How groups weigh in a regression: inverse_probability of lasting, or why all weigh the same; NULL for the others',
  status STRING NOT NULL COMMENT 'OK, or why there is no estimate',
  reason STRING COMMENT 'The numbers behind a refusal; NULL where status is OK'
)
COMMENT 'What conditions differ in, and whether coordination goes with success; success ends a group, so that these are associations';
