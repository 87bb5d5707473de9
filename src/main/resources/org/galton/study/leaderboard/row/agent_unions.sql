CREATE TABLE agent_unions (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  task STRING NOT NULL COMMENT 'Task or benchmark',
  agents INT NOT NULL COMMENT 'Agents that have a scored rollout of each of these problems, two or more',
  problems INT NOT NULL COMMENT 'Problems that all of these have in common',
  any DOUBLE NOT NULL COMMENT 'Share of the problems that a rollout of any agent solves',
  best_model STRING NOT NULL COMMENT 'Agent whose rollouts solve most of them: its model; of equals the first by name',
  best_scaffold STRING NOT NULL COMMENT 'Its scaffold',
  best_effort STRING COMMENT 'Its setting of effort; NULL where it has none',
  best DOUBLE NOT NULL COMMENT 'Share of the problems that a rollout of this agent solves'
)
COMMENT 'What all agents of a task solve together, beside the best of them';
