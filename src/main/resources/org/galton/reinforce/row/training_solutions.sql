CREATE TABLE training_solutions (
  training STRING NOT NULL COMMENT 'Name of the training',
  step INT NOT NULL COMMENT 'Step that found the solution, from 1',
  task STRING NOT NULL COMMENT 'Task of the prompt',
  prompt_id STRING NOT NULL COMMENT 'Prompt that it solves',
  generation STRING NOT NULL COMMENT 'Generation of the rollout that found it: with task, prompt_id and rollout_index its key in rollouts and search_nodes',
  rollout_index INT NOT NULL COMMENT 'Number of that rollout',
  node INT COMMENT 'Node of search_nodes that the solution ends with; NULL for a rollout that is no tree',
  completion STRING NOT NULL COMMENT 'The solution',
  prompt_token_ids ARRAY<INT> NOT NULL COMMENT 'Ids of the tokens of the prompt',
  token_ids ARRAY<INT> NOT NULL COMMENT 'Ids of the tokens of the solution, the end token included',
  logprobs ARRAY<DOUBLE> NOT NULL COMMENT 'Nats: of each token, under the distribution that it was drawn from at that step. A later step that learns from the solution compares with these',
  entropies ARRAY<DOUBLE> NOT NULL COMMENT 'Nats: of the next-token distribution at each token, before temperature'
)
COMMENT 'Right solutions of hard prompts that a reinforcement training with a search remembers. When the prompt comes again they take the places of rollouts. Part of the state of the training. A file a step under training=…, for steps that found some';
