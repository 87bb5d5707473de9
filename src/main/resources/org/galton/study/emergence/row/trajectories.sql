CREATE TABLE trajectories (
  run_id STRING NOT NULL COMMENT 'Run that derived it',
  experiment STRING NOT NULL COMMENT 'What belongs together, such as a sweep and its model',
  condition STRING NOT NULL COMMENT 'Treatment of the group, such as the framing of its prompts',
  group STRING NOT NULL COMMENT 'The group, within its experiment and condition',
  round INT NOT NULL COMMENT 'Round of the group''s interaction; gaps are allowed',
  agent STRING NOT NULL COMMENT 'Member of the group',
  value DOUBLE NOT NULL COMMENT 'What the agent contributed in this round',
  target DOUBLE COMMENT 'What the sum of the group''s values should be, the same in all its rows; NULL where it has none',
  success BOOLEAN COMMENT 'Whether the group succeeded, the same in all its rows; NULL where not known',
  macro DOUBLE COMMENT 'State of the whole group in this round, the same for all its agents; NULL where it is the sum of the values'
)
COMMENT 'A value that an agent of a group contributed in a round';
