CREATE TABLE runs (
  run_id STRING NOT NULL COMMENT 'Names the run; later runs sort later',
  sweep STRING NOT NULL COMMENT 'Name of the sweep',
  spec STRING NOT NULL COMMENT 'The resolved spec of a sweep, or the command and options of a study, as YAML; ./galton again reads them',
  galton_version STRING NOT NULL COMMENT 'Version of Galton',
  spark_version STRING NOT NULL COMMENT 'Version of Spark',
  java_version STRING NOT NULL COMMENT 'Version of Java',
  started TIMESTAMP NOT NULL COMMENT 'Start, UTC',
  finished TIMESTAMP NOT NULL COMMENT 'End, UTC',
  exit_code INT NOT NULL COMMENT '0 complete, 1 more failures than the budget or a gate missed, 2 wrong spec or input, 3 could not finish',
  warnings STRING COMMENT 'Sentences about what a reader of its figures must keep in mind, such as a model that judged its own answers, one a line; NULL where there are none'
)
COMMENT 'An invocation. Its row is written last: tables of a run without one are unfinished';
