CREATE TABLE emergence_pairs (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  experiment STRING NOT NULL COMMENT 'As in emergence_groups',
  condition STRING NOT NULL COMMENT 'As in emergence_groups',
  group STRING NOT NULL COMMENT 'The group',
  first_rounds INT COMMENT 'As in emergence_groups',
  first_agent STRING NOT NULL COMMENT 'First agent of the pair in the order of names',
  second_agent STRING NOT NULL COMMENT 'Second agent',
  measure STRING NOT NULL COMMENT 'What counts as redundant',
  redundancy DOUBLE NOT NULL COMMENT 'Bits that either agent''s state says about their joint next state',
  first_unique DOUBLE NOT NULL COMMENT 'Bits that only the first says',
  second_unique DOUBLE NOT NULL COMMENT 'Bits that only the second says',
  synergy DOUBLE NOT NULL COMMENT 'Bits that only both together say',
  null_model STRING COMMENT 'How the surrogates were made; NULL where there are none',
  null_median DOUBLE COMMENT 'Median of this pair''s synergy over surrogates; NULL without surrogates',
  p_value DOUBLE COMMENT 'Of this synergy against the largest of all pairs in each surrogate: holds for all pairs of the group together; NULL without surrogates'
)
COMMENT 'What a pair of agents says about its own next state, decomposed';
