CREATE TABLE balance_bounds (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  experiment STRING NOT NULL COMMENT 'As in transitions',
  condition STRING NOT NULL COMMENT 'Likewise',
  source STRING NOT NULL COMMENT 'State that moves led from',
  target STRING NOT NULL COMMENT 'State that they led to, from which none came back',
  count BIGINT NOT NULL COMMENT 'Such moves',
  bound DOUBLE NOT NULL COMMENT 'V(source) - V(target) is above this, were the way back seen less than once',
  bound95 DOUBLE NOT NULL COMMENT 'The same with the 95 % upper limit of a zero count, 2.996'
)
COMMENT 'A pair of states seen one way only, and by how much the potential must fall';
