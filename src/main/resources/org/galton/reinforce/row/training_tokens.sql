CREATE TABLE training_tokens (
  training STRING NOT NULL COMMENT 'Name of the training',
  step INT NOT NULL COMMENT 'Number of the step, from 1',
  task STRING NOT NULL COMMENT 'Task of the prompt',
  prompt_id STRING NOT NULL COMMENT 'Prompt that was drawn',
  generation STRING NOT NULL COMMENT 'Generation of the rollout: with task, prompt_id and rollout_index the key of rollouts and scores',
  rollout_index INT NOT NULL COMMENT 'Number of the rollout among those of its prompt',
  prompt_token_ids ARRAY<INT> NOT NULL COMMENT 'Token ids of the prompt',
  token_ids ARRAY<INT> NOT NULL COMMENT 'Token ids drawn, the end token included',
  logprobs ARRAY<DOUBLE> NOT NULL COMMENT 'Natural-log probability of each drawn token under the distribution that it was drawn from, after temperature',
  entropies ARRAY<DOUBLE> NOT NULL COMMENT 'Entropy in nats of the distribution of each drawn token, before temperature',
  inserted_from INT COMMENT 'Place in token_ids, from 0, of the first token that an interruption put in: these were not drawn, and have 0 in logprobs and entropies; NULL where there are none',
  inserted_to INT COMMENT 'Place after the last of them'
)
COMMENT 'The tokens of a rollout of a reinforcement training with keep: [tokens]. A file a step under training=…';
