CREATE TABLE selections (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  issue STRING NOT NULL COMMENT 'The issue; of generated ones, its number',
  p_fix DOUBLE COMMENT 'Probability that a patch was the right one; NULL for given cases',
  test_error DOUBLE COMMENT 'Probability that a case expected a wrong answer; NULL for given cases',
  patches INT NOT NULL COMMENT 'Patches to choose from',
  tests INT NOT NULL COMMENT 'Test patches',
  dropped_tests INT NOT NULL COMMENT 'Test patches under which nothing fails on the original code: they do not count',
  chosen STRING NOT NULL COMMENT 'Patch of the largest S; of equals the one with most identical copies, then the first',
  score DOUBLE NOT NULL COMMENT 'Its S, 0 to 2; 0 where all test patches are dropped and the majority was chosen',
  ties INT NOT NULL COMMENT 'Patches of other content with the same S',
  majority STRING NOT NULL COMMENT 'Patch with most identical copies',
  chosen_resolves BOOLEAN COMMENT 'Whether the chosen patch resolves the issue; NULL where it is not known of every patch',
  majority_resolves BOOLEAN COMMENT 'Whether the majority does; NULL likewise',
  any_resolves BOOLEAN COMMENT 'Whether any patch does; NULL likewise'
)
COMMENT 'Which patch of an issue was chosen by test patches';
