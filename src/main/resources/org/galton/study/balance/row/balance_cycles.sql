CREATE TABLE balance_cycles (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  experiment STRING NOT NULL COMMENT 'As in transitions',
  condition STRING NOT NULL COMMENT 'Likewise',
  first STRING NOT NULL COMMENT 'State that the loop starts from',
  second STRING NOT NULL COMMENT 'Then',
  third STRING NOT NULL COMMENT 'Then, and back to the first',
  forward DOUBLE NOT NULL COMMENT 'Sum of ln T this way',
  backward DOUBLE NOT NULL COMMENT 'Sum of ln T the other way: equal in balance',
  affinity DOUBLE NOT NULL COMMENT 'forward - backward, nats',
  sd DOUBLE NOT NULL COMMENT 'Standard deviation of the affinity, root of the sum of the six 1/N',
  p_value DOUBLE NOT NULL COMMENT 'Of an affinity of 0, two-sided, normal',
  q_value DOUBLE NOT NULL COMMENT 'Benjamini-Hochberg over the loops of the agent; loops that share moves are not independent'
)
COMMENT 'A three-step loop of an agent, both ways round';
