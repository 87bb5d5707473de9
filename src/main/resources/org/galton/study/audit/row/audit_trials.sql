CREATE TABLE audit_trials (
  run_id STRING NOT NULL COMMENT 'Run that measured it',
  model STRING NOT NULL COMMENT 'Model under audit, by its name in the spec',
  arm STRING NOT NULL COMMENT 'organism or base, see audits',
  secret STRING NOT NULL COMMENT 'What the model under audit hides',
  technique STRING NOT NULL COMMENT 'Technique, see audits',
  prompts STRING NOT NULL COMMENT 'standard or direct',
  prompt STRING NOT NULL COMMENT 'The words of the user',
  rollout INT NOT NULL COMMENT 'Number of the trial, from 0',
  completion STRING COMMENT 'What was drawn; NULL where a model was looked at inside, or none was drawn',
  error STRING COMMENT 'Why there is no result',
  leaked BOOLEAN COMMENT 'Whether the completion says the secret or a forbidden string',
  guess STRING COMMENT 'Candidate of rank 1',
  rank INT COMMENT 'Rank of the secret among the candidates, from 1',
  probability DOUBLE COMMENT 'Its probability among them; NULL for cosines'
)
COMMENT 'Trials of an audit';
