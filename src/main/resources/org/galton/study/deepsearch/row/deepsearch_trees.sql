CREATE TABLE deepsearch_trees (
  run_id STRING NOT NULL COMMENT 'Run that read the trees',
  tree STRING NOT NULL COMMENT 'Name of the tree in the input; all where it names none',
  replayed BOOLEAN NOT NULL COMMENT 'Whether the search was replayed on the tree; else the input says what was backed up',
  given INT NOT NULL COMMENT 'Nodes in the input, with the root',
  nodes INT NOT NULL COMMENT 'Of these, nodes that the search has seen',
  terminals INT NOT NULL COMMENT 'Of these, steps that end a trajectory',
  correct INT NOT NULL COMMENT 'Of these, right ones',
  backed_up INT NOT NULL COMMENT 'Trajectories that were backed up',
  expansions INT COMMENT 'Nodes that the replayed search expanded; NULL where it was not replayed',
  ended STRING COMMENT 'Why the replayed search ended: trajectories, expansions, exhausted, or unrecorded where it asks for children that the input does not have; NULL where it was not replayed',
  asked STRING COMMENT 'Node whose children it asks for then; NULL where it has ended or was not replayed',
  mean_reward DOUBLE COMMENT 'Mean reward of the terminals, +1 or -1; NULL where there is none',
  root_q DOUBLE NOT NULL COMMENT 'Value of the root by the chosen weights',
  selected_default STRING COMMENT 'Node of the frontier with the highest score without entropy; NULL where nothing is left to expand',
  selected_with_entropy STRING COMMENT 'The same with entropy; NULL likewise'
)
COMMENT 'A tree search of one question';
