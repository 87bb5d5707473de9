CREATE TABLE walk_samplers (
  run_id STRING NOT NULL COMMENT 'Run that read the tree',
  sampler STRING NOT NULL COMMENT 'vgb, the backtracking walk; rejection, the same chain without a look at all children; one_call, one child a step; momentum, which keeps its direction; candidates_K, biased; one_way, which never goes back; first_leaf, the first leaf of vgb',
  exact BOOLEAN NOT NULL COMMENT 'Whether its law on leaves is the target for all values above 0',
  tv DOUBLE NOT NULL COMMENT 'Total variation between target and its law on leaves, computed',
  leaf_mass DOUBLE COMMENT 'Long-run share of steps on leaves; NULL for what is no walk',
  values_per_step DOUBLE COMMENT 'Children whose value a step asks for, expected in the long run; NULL for what is no walk',
  leaf_visits BIGINT COMMENT 'Steps of the simulated walk on leaves, without its first tenth; NULL where there is none',
  effective_samples DOUBLE COMMENT 'About as many independent leaves these visits are worth: moves times leaf mass over horizon; NULL for walks of which no such rule is known',
  empirical_tv DOUBLE COMMENT 'Total variation between target and leaves of the simulated walk; NULL where it met none'
)
COMMENT 'What a sampler by value does on a tree';
