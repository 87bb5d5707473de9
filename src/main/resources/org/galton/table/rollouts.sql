CREATE TABLE rollouts (
  model STRING NOT NULL COMMENT 'Name of the model that drew it',
  task STRING NOT NULL COMMENT 'Task of the prompt',
  generation STRING NOT NULL COMMENT 'Hash of all that shapes the distribution: model digest, sampling, chat, compute type, sampler, seed; imported-… where only a log tells',
  prompt_id STRING NOT NULL COMMENT 'Prompt that was continued',
  rollout_index INT NOT NULL COMMENT 'Number of the rollout within its prompt, from 0',
  status STRING NOT NULL COMMENT 'complete (ended by the model), truncated (by the token limit; in a log, by any limit) or failed (nothing was drawn)',
  completion STRING COMMENT 'Text drawn, without prompt, end token and stop string, or the transcript of a game, whose tokens are those of all turns; NULL where status is failed',
  prompt_tokens INT COMMENT 'Tokens of the prompt; NULL where status is failed or a log does not tell',
  completion_tokens INT COMMENT 'Tokens drawn, the end token included; NULL where status is failed or a log does not tell',
  logprob_sum DOUBLE COMMENT 'Nats: sum over drawn tokens of ln p under the untempered, unfiltered model; NULL where not known',
  entropy_mean DOUBLE COMMENT 'Nats: mean over drawn tokens of the entropy of the untempered next-token distribution; NULL where not known',
  device STRING NOT NULL COMMENT 'Device that drew it, such as cpu or gpu:0; endpoint where a server did; imported where a log was read',
  seconds DOUBLE COMMENT 'Seconds in its slot; slots run side by side; NULL where status is failed or a log does not tell',
  attempt INT NOT NULL COMMENT 'How often this rollout had been asked for, from 1',
  error STRING COMMENT 'Why nothing was drawn; NULL unless status is failed'
)
COMMENT 'A completion. Files under model=…/task=…/generation=…, sorted by prompt_id and rollout_index, merged ones (merged-….parquet) over all of the generation; rows that failed lie in files of their own (failed-….parquet) until a later attempt replaces them';
