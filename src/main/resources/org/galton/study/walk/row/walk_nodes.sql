CREATE TABLE walk_nodes (
  run_id STRING NOT NULL COMMENT 'Run that read the tree',
  node STRING NOT NULL COMMENT 'Tokens joined by dots; empty for the root; eos is the padding up to the horizon',
  depth INT NOT NULL COMMENT 'Number of its tokens',
  leaf BOOLEAN NOT NULL COMMENT 'Whether it has no children',
  ref DOUBLE NOT NULL COMMENT 'Probability of its last token after the others under the reference; 1 for the root',
  value DOUBLE COMMENT 'Value of an inner node, tau of a leaf; NULL for the root, whose value no walk uses',
  exact_value DOUBLE NOT NULL COMMENT 'Expectation of tau under the reference after this prefix',
  stationary DOUBLE NOT NULL COMMENT 'Long-run share of steps of vgb on the node',
  down DOUBLE COMMENT 'Probability that a step of vgb from the parent goes to it; NULL for the root',
  up DOUBLE NOT NULL COMMENT 'Probability that a step of vgb from it goes to the parent',
  stay DOUBLE NOT NULL COMMENT 'Probability that it stays',
  visits BIGINT COMMENT 'Steps of the simulated walk of vgb on it, without its first tenth; NULL where there is none',
  target DOUBLE COMMENT 'Probability under the target, ref tau over its sum; NULL for inner nodes',
  leaf_conditional DOUBLE COMMENT 'Probability that vgb is there, given that it is on a leaf; NULL for inner nodes',
  one_way DOUBLE COMMENT 'Probability that guidance without a way back ends there; NULL for inner nodes',
  first_leaf DOUBLE COMMENT 'Probability that it is the first leaf of vgb; NULL for inner nodes'
)
COMMENT 'A node of a tree of prefixes, and laws on it';
