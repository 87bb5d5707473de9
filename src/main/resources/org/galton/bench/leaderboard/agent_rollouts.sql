CREATE TABLE agent_rollouts (
  model STRING NOT NULL COMMENT 'Model of the agent',
  scaffold STRING NOT NULL COMMENT 'What is built around it',
  task STRING NOT NULL COMMENT 'Task',
  problem STRING NOT NULL COMMENT 'Problem of the task',
  success STRING NOT NULL COMMENT '1 where it is right, else 0',
  status STRING NOT NULL COMMENT 'scored, or why it is excluded',
  prompt_tokens INT NOT NULL COMMENT 'Tokens of prompts',
  completion_tokens INT NOT NULL COMMENT 'Tokens drawn',
  seconds DOUBLE NOT NULL COMMENT 'Seconds that it took',
  date STRING NOT NULL COMMENT 'Day on which it ran'
)
COMMENT 'Rollouts of agents that a benchmark makes up';
