CREATE TABLE token_coefficients (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  step STRING NOT NULL COMMENT 'Batch of the rollout, as in table advantages',
  prompt STRING NOT NULL COMMENT 'Name of the prompt in the input',
  sample INT NOT NULL COMMENT 'Number of the rollout within its prompt',
  token INT NOT NULL COMMENT 'Place of the token in the completion, from 0; masked tokens have no row',
  ratio DOUBLE NOT NULL COMMENT 'Probability under the policy that learns over that under the one that drew it; of the sequence where the loss clips sequences',
  coefficient DOUBLE NOT NULL COMMENT 'Weight in the batch times the coefficient of the gradient of ln p, the KL penalty included; the loss has the opposite sign'
)
COMMENT 'What a token adds to the gradient of the objective; of rollouts whose tokens have logarithms';
