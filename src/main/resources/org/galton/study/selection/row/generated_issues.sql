CREATE TABLE generated_issues (
  run_id STRING NOT NULL COMMENT 'Run that made it',
  issue STRING NOT NULL COMMENT 'Number of the issue',
  proposer STRING NOT NULL COMMENT 'Stand-ins that proposed patches and tests, with their version',
  operator STRING NOT NULL COMMENT 'What the bug is: operator_swap, off_by_one, swapped_arguments, negated_condition or wrong_callee',
  text STRING NOT NULL COMMENT 'What the issue says: one example that fails',
  source STRING NOT NULL COMMENT 'The repository with its bug'
)
COMMENT 'Generated issues, as a fixer finds them';
