CREATE TABLE consistency (
  run_id STRING NOT NULL COMMENT 'Run that counted this',
  model STRING NOT NULL COMMENT 'Model',
  task STRING NOT NULL COMMENT 'Task',
  prompts INT NOT NULL COMMENT 'Prompts with a judged rollout',
  never INT NOT NULL COMMENT 'Of these, prompts that no rollout solves',
  sometimes INT NOT NULL COMMENT 'Of these, prompts that some rollouts solve and some do not',
  always INT NOT NULL COMMENT 'Of these, prompts that every rollout solves'
)
COMMENT 'How often a model solves the same prompt of a task';
