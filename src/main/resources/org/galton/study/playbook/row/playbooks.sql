CREATE TABLE playbooks (
  run_id STRING NOT NULL COMMENT 'Run that made it',
  arm STRING NOT NULL COMMENT 'fixed: no context; ace: a playbook with merged deltas; rewrite: a text that a model writes anew',
  step INT NOT NULL COMMENT 'Step after which this is the context; 0 for the one to begin with',
  text STRING NOT NULL COMMENT 'The whole context',
  tokens INT NOT NULL COMMENT 'Tokens of it that generators are shown; a token is a run of letters and digits, or one other character that is no blank',
  bullets INT COMMENT 'Bullets of a playbook',
  high INT COMMENT 'Those that were helpful more than 5 times and harmful less than twice',
  problematic INT COMMENT 'Those that were harmful at least as often as helpful, and at least once',
  unused INT COMMENT 'Those that were neither',
  next_number INT COMMENT 'Number of the next bullet',
  removed ARRAY<STRING> COMMENT 'Ids of bullets that were here once',
  applied INT NOT NULL COMMENT 'Operations of this step that changed it',
  ignored INT NOT NULL COMMENT 'Operations that did not: unknown ids, unknown kinds, no text',
  tagged INT NOT NULL COMMENT 'Tags of bullets that it has',
  unknown_tags INT NOT NULL COMMENT 'Tags of ids that it does not have',
  joined INT NOT NULL COMMENT 'Bullets that were joined with earlier ones they are like',
  dropped INT NOT NULL COMMENT 'Bullets that did not fit the budget',
  faults ARRAY<STRING> NOT NULL COMMENT 'Replies of reflectors, curators and rewriters that failed or could not be read, by prompt'
)
COMMENT 'Contexts that learned from answers, every version';
