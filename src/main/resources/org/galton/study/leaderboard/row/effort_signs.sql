CREATE TABLE effort_signs (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  pairs INT NOT NULL COMMENT 'Pairs of a lowest and a highest setting that share a problem',
  higher INT NOT NULL COMMENT 'Of these, with a higher success at more effort',
  equal INT NOT NULL COMMENT 'With the same success',
  lower INT NOT NULL COMMENT 'With a lower success',
  p_value DOUBLE COMMENT 'Exact two-sided sign test of higher against lower, equal ones left out; NULL where there are only such'
)
COMMENT 'How often more effort succeeds more, over all pairs of a lowest and a highest setting';
