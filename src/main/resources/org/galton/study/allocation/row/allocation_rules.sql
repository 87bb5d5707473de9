CREATE TABLE allocation_rules (
  run_id STRING NOT NULL COMMENT 'Run that divided the budget',
  rule STRING NOT NULL COMMENT 'knapsack, variance or uniform; highest_value is knapsack without its surplus step',
  chosen BOOLEAN NOT NULL COMMENT 'Whether table allocations follows it; the others are for comparison',
  budget BIGINT NOT NULL COMMENT 'Rollouts to divide',
  allocated BIGINT NOT NULL COMMENT 'Of these, given to prompts',
  unallocated BIGINT NOT NULL COMMENT 'Of these, left over since every prompt has the most that it may',
  prompts INT NOT NULL COMMENT 'Prompts that share them, without retired ones',
  to_active BIGINT NOT NULL COMMENT 'Rollouts given to prompts with right and wrong rollouts',
  to_unsolved BIGINT NOT NULL COMMENT 'Rollouts given to prompts without a right one',
  to_solved BIGINT NOT NULL COMMENT 'Rollouts given to prompts without a wrong one',
  to_unknown BIGINT NOT NULL COMMENT 'Rollouts given to prompts that were never drawn',
  most INT NOT NULL COMMENT 'Largest number that one prompt gets',
  value DOUBLE NOT NULL COMMENT 'Sum of the values of prompts whose rate is known',
  expected_to_teach DOUBLE NOT NULL COMMENT 'Expected number of these prompts whose rollouts are not all right or all wrong'
)
COMMENT 'What a rule makes of a budget, beside others';
