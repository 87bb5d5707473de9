CREATE TABLE failed_rollouts (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  task STRING COMMENT 'Task; NULL where the input names none',
  model STRING COMMENT 'Model; NULL where the input names none',
  dose DOUBLE COMMENT 'Dose that the model had; NULL where nothing says so',
  prompt_id STRING NOT NULL COMMENT 'Id of the prompt; where the input has none the SHA-256 of its text',
  rollout_index INT COMMENT 'Which of the answers to the prompt; NULL where the input does not say',
  failure STRING NOT NULL COMMENT 'Class of the failure, as in failure_classes',
  evidence STRING NOT NULL COMMENT 'What decides'
)
COMMENT 'Wrong answers, each with its one class';
