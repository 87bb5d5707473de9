CREATE TABLE rollout_tokens (
  model STRING NOT NULL COMMENT 'Name of the model that drew it',
  task STRING NOT NULL COMMENT 'Task of the prompt',
  generation STRING NOT NULL COMMENT 'Generation of the rollout: with task, prompt_id and rollout_index the key of rollouts and scores',
  prompt_id STRING NOT NULL COMMENT 'Prompt that was continued',
  rollout_index INT NOT NULL COMMENT 'Number of the rollout within its prompt, from 0',
  prompt_token_ids ARRAY<INT> NOT NULL COMMENT 'Token ids of the prompt, special ones and those of a chat template included',
  token_ids ARRAY<INT> NOT NULL COMMENT 'Token ids drawn: completion_tokens of them, with the end token, and with the tokens of a stop string',
  logprobs ARRAY<DOUBLE> NOT NULL COMMENT 'Nats: ln p of each drawn token under the distribution that it was drawn from, after temperature and filters; at temperature 0 under the untempered, unfiltered model',
  entropies ARRAY<DOUBLE> NOT NULL COMMENT 'Nats: entropy of the untempered, unfiltered next-token distribution at each drawn token'
)
COMMENT 'The tokens of a rollout of a sweep with keep: [tokens]; none of a failed one. Files under model=…/task=…/generation=…, of the same names and with the same keys as those of rollouts, and written before these: one whose rollouts file is not there does not count';
