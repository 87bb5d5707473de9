CREATE TABLE potentials (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  experiment STRING NOT NULL COMMENT 'As in landscapes',
  condition STRING NOT NULL COMMENT 'Likewise',
  n0_mode STRING NOT NULL COMMENT 'Likewise',
  kernel STRING NOT NULL COMMENT 'Likewise',
  vote_draws INT COMMENT 'Likewise',
  vote_accept INT COMMENT 'Likewise',
  state STRING NOT NULL COMMENT 'The state',
  status STRING NOT NULL COMMENT 'solved; alone (no way back to it: it has no potential, only an order); dropped (too few attempts)',
  component INT COMMENT 'Component of the state, 0 for the largest; potentials of different components do not compare; NULL where dropped',
  attempts BIGINT COMMENT 'Steps from it; NULL where probabilities were given',
  stays BIGINT COMMENT 'Steps that ended in it again; likewise',
  escapes BIGINT COMMENT 'Steps that ended in no state; likewise',
  potential DOUBLE COMMENT 'V, mean 0 over the component; low is preferred; NULL unless solved',
  low DOUBLE COMMENT 'Lower end of its 95 % bootstrap interval; NULL where support is below 0.9, for logistic and for votes',
  high DOUBLE COMMENT 'Upper end',
  support DOUBLE COMMENT 'Share of bootstrap replicates in which the state stayed in the component; NULL without'
)
COMMENT 'A state in a landscape';
