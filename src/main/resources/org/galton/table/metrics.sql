CREATE TABLE metrics (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  sweep STRING NOT NULL COMMENT 'Name of the sweep',
  model STRING NOT NULL COMMENT 'Model name',
  step BIGINT COMMENT 'Training step of the checkpoint; NULL where not known',
  training_flops DOUBLE COMMENT 'Training compute in floating-point operations; NULL where not known',
  task STRING NOT NULL COMMENT 'Task',
  sampling STRING NOT NULL COMMENT 'Sampling in words: temperature, what else differs from its default, and max_tokens, as in temperature=1 max_tokens=64',
  generation STRING NOT NULL COMMENT 'Generation of the rollouts',
  scorer STRING NOT NULL COMMENT 'Verifier with its version and options',
  metric STRING NOT NULL COMMENT 'pass@k, extrapolated_pass@k, pass^k, mean@n, bayes@n, g-pass_0.5@k, g-pass_0.75@k, mg-pass@k, maj@k, maj@n, best_of@k, answer_entropy, undrawn_correct_mass@k, undrawn_correct_mass, undrawn_correct_squares, undrawn_wrong_mass, undrawn_wrong_squares, all_wrong, all_correct, zero_variance, zero_variance@k, truncation_rate, all_truncated, completion_tokens or token_entropy',
  k INT COMMENT 'Rollouts that the metric is about; NULL where it has no k',
  value DOUBLE COMMENT 'Mean over prompts with equal weight; NULL where every prompt is short of rollouts',
  standard_error DOUBLE COMMENT 'Standard error with the prompt as unit; NULL below two prompts',
  ci_low DOUBLE COMMENT 'Lower end of the 95 % interval; NULL below two prompts',
  ci_high DOUBLE COMMENT 'Upper end of the 95 % interval; NULL below two prompts',
  prompts INT NOT NULL COMMENT 'Prompts in the mean',
  prompts_short INT NOT NULL COMMENT 'Prompts left out because they have too few rollouts',
  method STRING NOT NULL COMMENT 'Estimator and error bar'
)
COMMENT 'A figure of a cell (model, task, sampling), computed by a run';
