CREATE TABLE label_agreements (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  first STRING NOT NULL COMMENT 'Rule whose labels are the rows of the confusion matrix',
  second STRING NOT NULL COMMENT 'Rule whose labels are its columns',
  both_junk BIGINT NOT NULL COMMENT 'Posts that both call junk',
  first_junk BIGINT NOT NULL COMMENT 'Junk by the first, control by the second',
  second_junk BIGINT NOT NULL COMMENT 'Control by the first, junk by the second',
  both_control BIGINT NOT NULL COMMENT 'Posts that both call control',
  left_out BIGINT NOT NULL COMMENT 'Posts that one of both calls neither, or does not label',
  accuracy DOUBLE COMMENT 'Share of equal labels; NULL without posts',
  accuracy_low DOUBLE COMMENT 'Lower end of its 95 % interval (Wilson)',
  accuracy_high DOUBLE COMMENT 'Upper end',
  mcc DOUBLE COMMENT 'Matthews'' correlation; NULL where one of both has one label alone',
  mcc_low DOUBLE COMMENT 'Lower end of its 95 % interval (delta method); NULL where all agree or all differ',
  mcc_high DOUBLE COMMENT 'Upper end',
  kappa DOUBLE COMMENT 'Cohen''s kappa; NULL where both have the same label alone',
  kappa_low DOUBLE COMMENT 'Lower end of its 95 % interval (delta method); NULL where all agree or all differ',
  kappa_high DOUBLE COMMENT 'Upper end'
)
COMMENT 'Whether two rules agree on what is junk';
