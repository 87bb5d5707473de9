CREATE TABLE emergence_differentiation (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  experiment STRING NOT NULL COMMENT 'As in emergence_groups',
  condition STRING NOT NULL COMMENT 'As in emergence_groups',
  group STRING NOT NULL COMMENT 'The group',
  first_rounds INT COMMENT 'As in emergence_groups',
  agents INT NOT NULL COMMENT 'Agents of the group',
  rounds INT NOT NULL COMMENT 'Complete rounds looked at',
  levels_f DOUBLE COMMENT 'F of the agents'' means over what all do in a round; NULL where nothing is left to compare with',
  levels_p_value DOUBLE COMMENT 'Of agents without levels of their own; exact for independent normal residuals, too small for persistent agents',
  slopes_f DOUBLE COMMENT 'F of the agents'' slopes against rounds; NULL as levels_f',
  slopes_p_value DOUBLE COMMENT 'Of agents without slopes of their own',
  either_p_value DOUBLE COMMENT 'The smaller of both after Holm''s correction for looking twice',
  either_uncorrected DOUBLE COMMENT 'The smaller of both as it is; below 0.05 in nearly 10 % of groups without any difference',
  variance_ratio DOUBLE COMMENT 'Restricted likelihood ratio of the variance between agents',
  variance_p_value DOUBLE COMMENT 'Of no variance between agents',
  intraclass_share DOUBLE COMMENT 'Agents'' share of the variance within a round, 0 to 1',
  identity_information DOUBLE COMMENT 'I(agent; bin): bits that a value tells about who gave it, with edges common to the group; NULL where values do not vary',
  identity_null_median DOUBLE COMMENT 'Median after dealing each round''s values to the agents anew',
  identity_p_value DOUBLE COMMENT 'Of the same, one-sided; needs no normal residuals'
)
COMMENT 'Whether the agents of a group play roles of their own; roles that a prompt assigns are not emergent';
