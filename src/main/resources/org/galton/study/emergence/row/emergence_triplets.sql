CREATE TABLE emergence_triplets (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  experiment STRING NOT NULL COMMENT 'As in emergence_groups',
  condition STRING NOT NULL COMMENT 'As in emergence_groups',
  group STRING NOT NULL COMMENT 'The group',
  first_rounds INT COMMENT 'As in emergence_groups',
  first_agent STRING NOT NULL COMMENT 'First agent in the order of names',
  second_agent STRING NOT NULL COMMENT 'Second agent',
  third_agent STRING NOT NULL COMMENT 'Third agent',
  i3 DOUBLE NOT NULL COMMENT 'Bits that the three states say about the next macro state',
  g3 DOUBLE NOT NULL COMMENT 'i3 less the largest information of two of them',
  total_stability DOUBLE COMMENT 'i3 / H(V''); NULL where the macro state is constant',
  o_information DOUBLE NOT NULL COMMENT 'Of the three states in one round: above 0 redundancy prevails, below synergy',
  null_model STRING COMMENT 'How the surrogates were made; NULL where there are none',
  i3_p_value DOUBLE COMMENT 'Of i3 against the largest of all triplets in each surrogate: holds for all triplets of the group together; NULL without surrogates',
  g3_p_value DOUBLE COMMENT 'Of g3, likewise'
)
COMMENT 'One of the ten triplets of a group that say most about the next macro state';
