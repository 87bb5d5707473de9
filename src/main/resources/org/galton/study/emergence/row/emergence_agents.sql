CREATE TABLE emergence_agents (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  experiment STRING NOT NULL COMMENT 'As in emergence_groups',
  condition STRING NOT NULL COMMENT 'As in emergence_groups',
  group STRING NOT NULL COMMENT 'The group',
  first_rounds INT COMMENT 'As in emergence_groups',
  agent STRING NOT NULL COMMENT 'The agent',
  level DOUBLE NOT NULL COMMENT 'Mean value',
  slope DOUBLE NOT NULL COMMENT 'Of the least-squares line, per round',
  predictability DOUBLE NOT NULL COMMENT 'I(X;X''): bits that its state says about its own next state',
  letters INT NOT NULL COMMENT 'Bins that its series uses; 1 for a constant one',
  measure STRING COMMENT 'What counts as redundant; NULL without surrogates',
  null_model STRING COMMENT 'How the surrogates were made; NULL where there are none',
  participation DOUBLE COMMENT 'Mean over its pairs of synergy less the median of surrogates; NULL without surrogates'
)
COMMENT 'An agent, and its part in the synergy of its group';
