CREATE TABLE balance_tests (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  experiment STRING NOT NULL COMMENT 'As in transitions',
  condition STRING NOT NULL COMMENT 'Likewise',
  test STRING NOT NULL COMMENT 'exact_cycle (the one that decides), cycle_chi_square, deviance, triangles, triangles_published, kolmogorov (given probabilities) or entropy_production (a size, no test)',
  statistic DOUBLE COMMENT 'Its figure: chi-square, deviance, mean of affinity^2 over variance, largest mismatch, or nats per step; NULL for exact_cycle and where untestable or infinite',
  dof INT COMMENT 'Independent cycles, or triangles; NULL where that means nothing',
  p_value DOUBLE COMMENT 'Of moves as far from balance or farther, were they in balance; NULL where untestable, and for figures without one',
  cycles INT COMMENT 'Cycles that moves were passed around (exact_cycle); else NULL',
  level DOUBLE NOT NULL COMMENT 'A p at most this is a violation',
  verdict STRING COMMENT 'violated, not_rejected (no proof of balance: sparse counts hide violations) or untestable (no cycle: nothing could have shown); of approximations only the last, of figures without a p NULL'
)
COMMENT 'A test of detailed balance on an agent''s counted moves';
