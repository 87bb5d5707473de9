CREATE TABLE scaling_points (
  run_id STRING NOT NULL COMMENT 'Run that fitted',
  sweep STRING NOT NULL COMMENT 'Name of the sweep; fit where points were given in a file',
  series STRING NOT NULL COMMENT 'The series: its grouping columns and their values, as in model=abacus task=countdown; all where there are none',
  compute DOUBLE NOT NULL COMMENT 'Training compute, in the unit of the input; floating-point operations in a sweep',
  reward DOUBLE NOT NULL COMMENT 'Mean reward, 0 to 1; rows of equal compute are merged',
  weight DOUBLE NOT NULL COMMENT 'Of its squared residual in the fit',
  noise DOUBLE COMMENT 'Standard error of the reward with the prompts held fixed; NULL where not known',
  standard_error DOUBLE COMMENT 'Standard error of the reward with the prompt as unit, which all points of a series largely share; NULL where not known',
  fitted DOUBLE COMMENT 'Reward of the fitted curve there; NULL where the fit was refused'
)
COMMENT 'A point of a series that a curve of reward against training compute was fitted to';
