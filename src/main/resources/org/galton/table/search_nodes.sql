CREATE TABLE search_nodes (
  model STRING NOT NULL COMMENT 'Name of the model that drew it',
  task STRING NOT NULL COMMENT 'Task of the prompt',
  generation STRING NOT NULL COMMENT 'Generation of the rollout: with task, prompt_id and rollout_index the key of rollouts and scores',
  prompt_id STRING NOT NULL COMMENT 'Prompt that was continued',
  rollout_index INT NOT NULL COMMENT 'Number of the rollout within its prompt, from 0: each rollout is a tree of its own',
  node INT NOT NULL COMMENT 'Number of the node within its tree, in the order in which they were made; 0 is the root, the prompt',
  parent INT COMMENT 'Node that its step goes on from; NULL at the root',
  depth INT NOT NULL COMMENT 'Number of its steps',
  text STRING NOT NULL COMMENT 'What its step adds to the text of its parent; empty at the root',
  token_ids ARRAY<INT> NOT NULL COMMENT 'Token ids of its step, the end token included; none at the root',
  entropy DOUBLE NOT NULL COMMENT 'Nats: mean over the tokens of its step of the entropy of the untempered, unfiltered next-token distribution; 0 at the root',
  logprob_mean DOUBLE NOT NULL COMMENT 'Nats: mean over these tokens of ln p under the untempered, unfiltered model; 0 at the root',
  ending STRING COMMENT 'correct, wrong or incomplete (cut at the limit of tokens or of depth) where a trajectory ends with it; NULL where it goes on',
  expansion INT COMMENT 'As the how-manieth node, counted from 1, it was expanded; NULL where it was not',
  backup INT COMMENT 'As the how-manieth trajectory, counted from 1, it was backed up; NULL where it was not',
  q DOUBLE NOT NULL COMMENT 'Value that the backups have left by the chosen weights; the reward, +1 or -1, where a trajectory ends',
  visits INT NOT NULL COMMENT 'Backed-up trajectories that go through it',
  advantage DOUBLE COMMENT 'Advantage of the tokens of its step: tanh(q), or the reward where a trajectory ends, less the mean reward of all ends of the tree; NULL where there is none',
  put_out BOOLEAN NOT NULL COMMENT 'Whether it is on the trajectory that is the completion of the rollout'
)
COMMENT 'A node of the tree of a rollout of a sampling with sampler: {kind: tree}; none of a failed one. Files under model=…/task=…/generation=…, of the same names as those of rollouts, and written before these: one whose rollouts file is not there does not count';
