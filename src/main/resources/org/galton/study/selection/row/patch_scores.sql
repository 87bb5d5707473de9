CREATE TABLE patch_scores (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  issue STRING NOT NULL COMMENT 'The issue',
  patch STRING NOT NULL COMMENT 'The patch',
  score DOUBLE NOT NULL COMMENT 'Its S, 0 to 2; 0 where all test patches are dropped',
  copies INT NOT NULL COMMENT 'Patches of the issue with its content, itself included',
  resolved BOOLEAN COMMENT 'Whether it resolves the issue; NULL where nobody says'
)
COMMENT 'S of every patch of given cases';
