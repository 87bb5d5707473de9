CREATE TABLE labels (
  model STRING NOT NULL COMMENT 'Name of the model that drew it',
  task STRING NOT NULL COMMENT 'Task of the prompt',
  generation STRING NOT NULL COMMENT 'Generation of the rollout: with task, prompt_id and rollout_index the key of rollouts and scores',
  prompt_id STRING NOT NULL COMMENT 'Prompt that was continued',
  rollout_index INT NOT NULL COMMENT 'Number of the rollout within its prompt, from 0',
  label STRING COMMENT 'What the person says: right, wrong or doubtful; NULL where there is no label, or it was taken back',
  correct BOOLEAN COMMENT 'The label as a verdict: true for right, false for wrong, else NULL; what ./galton judges --labels reads',
  tags ARRAY<STRING> NOT NULL COMMENT 'Short words by which the person sorts rollouts, in the order given; may be empty',
  note STRING COMMENT 'What else the person says; NULL for nothing',
  labelled_by STRING NOT NULL COMMENT 'Name of the person, --as of ./galton view',
  labelled_at TIMESTAMP NOT NULL COMMENT 'When this was said'
)
COMMENT 'What a person says of a rollout, written by ./galton view --labels and by no run: labels/*.parquet, one file a session of the viewer, which holds its latest word on each rollout. Several sessions may label one rollout, and their files stay: of the rows of a rollout and a person the one with the latest labelled_at counts. The views of ./galton sql and of queries/duckdb.sql hold these alone: a row for each rollout and person';
