CREATE TABLE simulated_scores (
  run_id STRING NOT NULL COMMENT 'Run that made it',
  metric STRING NOT NULL COMMENT 'What the dose is of: length, popularity, meaning, or engagement, which is length and popularity at once',
  model STRING NOT NULL COMMENT 'Model',
  dose DOUBLE NOT NULL COMMENT 'Percent of junk',
  score DOUBLE NOT NULL COMMENT 'Score by the planted dependence, with noise'
)
COMMENT 'Scores of the first simulated study';
