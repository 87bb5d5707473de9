CREATE TABLE advantages (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  step STRING NOT NULL COMMENT 'Batch of the rollout, as the input names it; empty where all rows are one batch',
  prompt STRING NOT NULL COMMENT 'Name of the prompt in the input',
  sample INT NOT NULL COMMENT 'Number of the rollout within its prompt',
  reward DOUBLE NOT NULL COMMENT 'Reward of the rollout',
  advantage DOUBLE NOT NULL COMMENT 'How much better it was than the others of its prompt; 0 where it is left out with its prompt',
  left_out STRING COMMENT 'Filter that leaves it out of the loss: zero_variance, dynamic or overlong; NULL where it is learned from',
  tokens INT COMMENT 'Tokens that it is learned from, 0 where it is left out; NULL where the input says nothing of tokens',
  token_weight DOUBLE COMMENT 'Weight of each of these tokens in the batch; NULL likewise',
  coefficient_sum DOUBLE COMMENT 'Sum over these tokens of weight times coefficient of the gradient of ln p; without logarithms in the input all ratios are taken as 1; NULL likewise',
  ratio_max DOUBLE COMMENT 'Largest ratio of probabilities, of tokens or of the sequence; NULL without logarithms or learned tokens',
  clipped INT COMMENT 'Tokens whose ratio is cut off or that have no gradient; NULL without logarithms'
)
COMMENT 'Reward and advantage of a rollout';
