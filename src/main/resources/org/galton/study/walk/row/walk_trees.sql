CREATE TABLE walk_trees (
  run_id STRING NOT NULL COMMENT 'Run that read the tree',
  nodes INT NOT NULL COMMENT 'Nodes of the tree, the root and those of the padding among them',
  leaves INT NOT NULL COMMENT 'Of these, leaves',
  horizon INT NOT NULL COMMENT 'Tokens of the longest sequence',
  mean_tau DOUBLE NOT NULL COMMENT 'Expectation of tau under the reference: the exact value of the root',
  value_error DOUBLE COMMENT 'Smallest eps for which value and exact value are within a factor 1 + eps at all inner prefixes that can end in a reward; NULL where such a value is 0',
  laziness DOUBLE NOT NULL COMMENT 'Share of steps of vgb and rejection that stay on purpose',
  leaf_mass DOUBLE NOT NULL COMMENT 'Long-run share of steps of vgb on leaves',
  leaf_mass_bound DOUBLE COMMENT 'Share that theory promises, 1/(8 (1 + value_error) horizon); NULL where value_error is',
  one_way_tv DOUBLE NOT NULL COMMENT 'Total variation between target and guidance that never goes back',
  one_way_lost DOUBLE NOT NULL COMMENT 'Share of its sequences that end where all children have value 0',
  first_leaf_tv DOUBLE NOT NULL COMMENT 'Total variation between target and the first leaf that vgb meets',
  first_leaf_steps DOUBLE NOT NULL COMMENT 'Expected moves from the root to that leaf; steps that stay are not counted',
  round_trip_steps DOUBLE NOT NULL COMMENT 'Expected moves from the root to a leaf and back, after which vgb has forgotten the leaf',
  steps BIGINT NOT NULL COMMENT 'Steps of each simulated walk; 0 where none was asked for',
  seed BIGINT NOT NULL COMMENT 'Seed of the simulated walks'
)
COMMENT 'A tree of prefixes, and how samplers by value miss its target';
