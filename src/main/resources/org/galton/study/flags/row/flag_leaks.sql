CREATE TABLE flag_leaks (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  task STRING NOT NULL COMMENT 'Task of the test; empty where a table has no such column',
  problem STRING NOT NULL COMMENT 'Problem that leaks; in a run folder prompt_id',
  kind STRING NOT NULL COMMENT 'text (the question), reference (the answer) or id (the name of the problem)',
  material STRING NOT NULL COMMENT 'Id of the text that has it; the text''s beginning where a table has no column id',
  share DOUBLE NOT NULL COMMENT 'Share of the test''s runs of words that stand in the material, in (0, 1]',
  evidence STRING NOT NULL COMMENT 'The material''s words from the first run on, at most 200 characters'
)
COMMENT 'A test that stands in material that a model has seen';
