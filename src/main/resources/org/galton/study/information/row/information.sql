CREATE TABLE information (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  quantity STRING NOT NULL COMMENT 'What it is, as in I(length; correct), O(length, model, correct), above 0 where redundancy prevails and below 0 where synergy does, or an atom of a decomposition: redundancy, unique …, synergy',
  method STRING NOT NULL COMMENT 'The estimator, or the definition of redundancy',
  bits DOUBLE NOT NULL COMMENT 'The estimate; informations are biased mostly upward',
  null_median DOUBLE NOT NULL COMMENT 'Median over shuffles of the target: chance and bias',
  null_q05 DOUBLE NOT NULL COMMENT '5 % of shuffles are below',
  null_q95 DOUBLE NOT NULL COMMENT '5 % of shuffles are above',
  corrected DOUBLE NOT NULL COMMENT 'bits less null_median',
  p_value DOUBLE NOT NULL COMMENT '(1 + shuffles that reach the estimate) / (1 + shuffles); of O-information two-sided',
  rows_used BIGINT NOT NULL COMMENT 'Rows of the input that were used',
  rows_skipped BIGINT NOT NULL COMMENT 'Rows left out for want of a value'
)
COMMENT 'What columns of a file tell about each other, beside shuffles';
