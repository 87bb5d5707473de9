CREATE TABLE allocations (
  run_id STRING NOT NULL COMMENT 'Run that divided the budget',
  prompt STRING NOT NULL COMMENT 'Name of the prompt in the input',
  task_class STRING NOT NULL COMMENT 'active, where some rollouts were right and some wrong; solved, where all were right; unsolved, where none was; unknown, where there is none',
  seen INT NOT NULL COMMENT 'Rollouts of the prompt in the input',
  correct INT NOT NULL COMMENT 'Of these, right',
  success_rate DOUBLE COMMENT 'The rate that the rule went by, observed or posterior; NULL where the prompt was never drawn or is retired',
  posterior_mean DOUBLE NOT NULL COMMENT '(correct + 1)/(seen + 2): what is left of a rate of 0 or 1 over few rollouts',
  rollouts INT NOT NULL COMMENT 'Rollouts that the prompt gets next',
  uniform INT NOT NULL COMMENT 'Rollouts that it would get if all got the same',
  value DOUBLE COMMENT 'Value of its rollouts: chance times p(1-p)^2; NULL where the prompt was never drawn or is retired',
  chance DOUBLE COMMENT 'Chance that they are not all right or all wrong, so that there is a gradient; NULL likewise',
  retired STRING COMMENT 'Rule that takes the prompt out, which then gets 0; NULL where none does'
)
COMMENT 'Rollouts that a prompt gets next';
