CREATE TABLE books (
  run_id STRING NOT NULL COMMENT 'Run that closed these books',
  sweep STRING NOT NULL COMMENT 'Name of the sweep',
  model STRING NOT NULL COMMENT 'Model name',
  task STRING NOT NULL COMMENT 'Task',
  sampling STRING NOT NULL COMMENT 'Sampling in words: temperature, what else differs from its default, and max_tokens, as in temperature=1 max_tokens=64',
  generation STRING NOT NULL COMMENT 'Generation of the rollouts',
  scorer STRING NOT NULL COMMENT 'Verifier with its version and options',
  requested BIGINT NOT NULL COMMENT 'Rollouts that the sweep wants: scored + unscored + failed',
  generated BIGINT NOT NULL COMMENT 'Of these, drawn by this run',
  reused BIGINT NOT NULL COMMENT 'Of these, drawn by earlier runs',
  scored BIGINT NOT NULL COMMENT 'Of these, with a verdict, unparsed answers included',
  unscored BIGINT NOT NULL COMMENT 'Of these, drawn but without a verdict',
  failed BIGINT NOT NULL COMMENT 'Of these, not drawn: an attempt failed and the next run tries again',
  tokens BIGINT NOT NULL COMMENT 'Tokens drawn by this run',
  device_seconds DOUBLE NOT NULL COMMENT 'Seconds that task slots of this run spent drawing',
  verifier_calls BIGINT COMMENT 'Values and verdicts that searches asked for while this run drew: the sum of verifier_calls of its searches. NULL of a sampling without a sampler, and in rows of earlier versions',
  verifier_seconds DOUBLE COMMENT 'Of device_seconds, those that these calls took. NULL where verifier_calls is'
)
COMMENT 'The account of a cell (model, task, sampling) in a run';
