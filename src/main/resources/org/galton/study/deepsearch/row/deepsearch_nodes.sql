CREATE TABLE deepsearch_nodes (
  run_id STRING NOT NULL COMMENT 'Run that read the trees',
  tree STRING NOT NULL COMMENT 'Name of the tree in the input; all where it names none',
  node STRING NOT NULL COMMENT 'Tokens of its steps, joined by dots; empty for the root',
  depth INT NOT NULL COMMENT 'Number of its steps',
  outcome STRING COMMENT 'correct, wrong or incomplete, where a trajectory ends with it; NULL where it goes on',
  entropy DOUBLE NOT NULL COMMENT 'Entropy of its last step in the input, 0 where that says none',
  backup INT COMMENT 'As the how-manieth trajectory, counted from 1, it was backed up; NULL where it was not',
  visits INT NOT NULL COMMENT 'Backed-up trajectories that go through it',
  q_paper DOUBLE NOT NULL COMMENT 'Value that the backups leave, weighted by max(i/l, 0.1); the reward of a terminal',
  q_released_code DOUBLE NOT NULL COMMENT 'The same backups, weighted by max((i+1)/(l+1), 0.1)',
  clipped DOUBLE NOT NULL COMMENT 'tanh of the value by the chosen weights; the reward of a terminal',
  advantage DOUBLE COMMENT 'clipped less the mean reward of all terminals; NULL where there is none',
  uct DOUBLE COMMENT 'Upper confidence bound among its siblings; NULL for the root and terminals',
  frontier_default DOUBLE COMMENT 'Score of a node that could be expanded, without entropy; NULL for other nodes',
  frontier_with_entropy DOUBLE COMMENT 'The same with entropy; NULL likewise'
)
COMMENT 'A step of a tree search, and what backups leave on it';
