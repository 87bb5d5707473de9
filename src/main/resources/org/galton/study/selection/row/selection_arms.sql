CREATE TABLE selection_arms (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  p_fix DOUBLE COMMENT 'Probability that a patch was the right one; NULL for given cases',
  test_error DOUBLE COMMENT 'Probability that a case expected a wrong answer; NULL for given cases',
  patches INT COMMENT 'Patches of an issue that were looked at; NULL for all that there were',
  tests INT COMMENT 'Test patches of an issue that were looked at; NULL for all that there were',
  arm STRING NOT NULL COMMENT 'first, the first patch; majority, most identical copies; filter, the majority among patches that pass every test; selected, the largest S; oracle, whether any patch resolves the issue (pass@N)',
  issues INT NOT NULL COMMENT 'Issues',
  known INT NOT NULL COMMENT 'Issues of which it is known which patches resolve them',
  accuracy DOUBLE COMMENT 'Share of these that the arm resolves; NULL where there are none',
  ci_low DOUBLE COMMENT 'Lower end of its 95 % interval (Wilson, over issues)',
  ci_high DOUBLE COMMENT 'Upper end',
  above_majority DOUBLE COMMENT 'Accuracy less that of the majority, on the same issues; NULL for the majority',
  above_low DOUBLE COMMENT 'Lower end of its 95 % interval (paired over issues); NULL where no issue differs, or there is one',
  above_high DOUBLE COMMENT 'Upper end',
  dropped_tests DOUBLE NOT NULL COMMENT 'Mean number of test patches that were dropped',
  tied DOUBLE NOT NULL COMMENT 'Share of issues in which patches of other content had the largest S, too'
)
COMMENT 'How often ways to choose a patch resolve an issue';
