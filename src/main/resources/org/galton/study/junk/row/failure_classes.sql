CREATE TABLE failure_classes (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  task STRING COMMENT 'Task; NULL where the input names none',
  model STRING COMMENT 'Model; NULL where the input names none',
  dose DOUBLE COMMENT 'Dose that the model had; NULL where nothing says so',
  failure STRING NOT NULL COMMENT 'no_reasoning, no_outline, skipped_step, wrong_logic, factual_error or unexplained, in the order in which they are looked for',
  failures BIGINT NOT NULL COMMENT 'Wrong answers of this class; 0 is kept',
  of_failures BIGINT NOT NULL COMMENT 'Wrong answers of the model at the dose',
  share DOUBLE COMMENT 'Share of the wrong answers; NULL where there are none',
  ci_low DOUBLE COMMENT 'Lower end of its 95 % interval (Wilson, answers taken to be independent)',
  ci_high DOUBLE COMMENT 'Upper end',
  answers BIGINT NOT NULL COMMENT 'Answers with a verdict, right and wrong',
  excluded BIGINT NOT NULL COMMENT 'Answers without a verdict, which count nowhere else'
)
COMMENT 'How wrong step-by-step answers fail, by model and dose';
