CREATE TABLE transitions (
  run_id STRING NOT NULL COMMENT 'Run that derived it',
  experiment STRING NOT NULL COMMENT 'What belongs together, such as a sweep and its model',
  condition STRING NOT NULL COMMENT 'The agent within it, such as a task; each has a landscape of its own',
  rollout STRING COMMENT 'Walk that the steps belong to, resampled as a whole; NULL where not known',
  source STRING NOT NULL COMMENT 'State before the step',
  target STRING COMMENT 'State after it, the source where the agent stayed; NULL where it said nothing usable (an escape)',
  count BIGINT NOT NULL COMMENT 'Such steps'
)
COMMENT 'Steps of an agent from one state, that ended alike, counted by rollout';
