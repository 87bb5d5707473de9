CREATE TABLE vgb_horizons (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  task STRING NOT NULL COMMENT 'Reference and tau: plain, tilt, parity, skew, abc, dyck or avoid',
  value_rule STRING NOT NULL COMMENT 'Which values inner prefixes have: exact, noisy, biased, delayed, flat, sampled or learned',
  horizon INT NOT NULL COMMENT 'Tokens of every sequence',
  leaves INT NOT NULL COMMENT 'Number of sequences',
  mean_tau DOUBLE NOT NULL COMMENT 'Expectation of tau under the reference',
  value_error DOUBLE COMMENT 'Smallest eps for which values are within a factor 1 + eps of exact ones; NULL where one is 0 and should not be',
  one_way_tv DOUBLE NOT NULL COMMENT 'Total variation between target and guidance that never goes back',
  one_way_lost DOUBLE NOT NULL COMMENT 'Share of its sequences that end where all children have value 0',
  one_way_kl DOUBLE COMMENT 'Sum of target ln(target/guidance) in nats; NULL where guidance misses a sequence of the target',
  first_leaf_tv DOUBLE NOT NULL COMMENT 'Total variation between target and the first leaf of the walk',
  first_leaf_moves DOUBLE NOT NULL COMMENT 'Expected moves to that leaf',
  walk_tv DOUBLE NOT NULL COMMENT 'Total variation between target and leaves of the walk in the long run',
  leaf_mass DOUBLE NOT NULL COMMENT 'Long-run share of its steps on leaves',
  round_trip_moves DOUBLE NOT NULL COMMENT 'Expected moves from the root to a leaf and back, after which the walk has forgotten the leaf',
  round_trip_tokens DOUBLE NOT NULL COMMENT 'Tokens that these moves draw where steps propose and refuse children',
  rejection_tokens DOUBLE NOT NULL COMMENT 'Tokens that whole sequences cost until one is taken with probability tau over its maximum: exact, and without values',
  samples INT COMMENT 'Samples that sampled and learned values are made from; NULL for others'
)
COMMENT 'What samplers by value do on a small language, by length of its sequences';
