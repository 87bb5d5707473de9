CREATE TABLE sampler_costs (
  run_id STRING NOT NULL COMMENT 'Run that compared them',
  model STRING NOT NULL COMMENT 'Model name',
  task STRING NOT NULL COMMENT 'Task',
  sampling STRING NOT NULL COMMENT 'Sampling with its sampler, in words',
  generation STRING NOT NULL COMMENT 'Generation of the rollouts',
  biased BOOLEAN NOT NULL COMMENT 'Whether its sampler maximises or draws from another law than it aims at, as in searches; a sampling without a sampler does not',
  rollouts INT NOT NULL COMMENT 'Rollouts of a prompt, k; with a sampler each of them is a search',
  tokens DOUBLE NOT NULL COMMENT 'Tokens that k rollouts of a prompt draw in the mean, all blocks of searches included',
  verifier_calls DOUBLE NOT NULL COMMENT 'Values and verdicts that k rollouts of a prompt ask for while they are drawn, in the mean; 0 without a sampler',
  device_seconds DOUBLE COMMENT 'Seconds of task slots that k rollouts of a prompt take, in the mean of those that this run drew; NULL where it drew none',
  prompts INT NOT NULL COMMENT 'Prompts with k rollouts or more',
  solved DOUBLE NOT NULL COMMENT 'Share of prompts with a right one among k rollouts: pass@k, unbiased',
  solved_low DOUBLE COMMENT 'Lower end of its 95 % interval over prompts',
  solved_high DOUBLE COMMENT 'Upper end',
  distinct_right DOUBLE NOT NULL COMMENT 'Expected number of different right answers among k rollouts of a prompt: the sum over right answers of 1 - C(n - c, k) / C(n, k), with c of n rollouts that give the answer'
)
COMMENT 'What samplers of one model find on the same prompts, and at what cost, by the number of rollouts of a prompt';
