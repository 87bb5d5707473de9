CREATE TABLE searches (
  model STRING NOT NULL COMMENT 'Name of the model that drew it',
  task STRING NOT NULL COMMENT 'Task of the prompt',
  generation STRING NOT NULL COMMENT 'Generation of the rollout: with task, prompt_id and rollout_index the key of rollouts and scores',
  prompt_id STRING NOT NULL COMMENT 'Prompt that was continued',
  rollout_index INT NOT NULL COMMENT 'Number of the rollout within its prompt, from 0',
  sampler STRING NOT NULL COMMENT 'Settings of the search, its kind first, in words',
  biased BOOLEAN NOT NULL COMMENT 'Whether completions follow another law than ref(y) tau(y): the search maximises, stops at the first leaf, or never goes back',
  end_kind STRING NOT NULL COMMENT 'found (a whole completion with a right verdict), wrong (the best of some that are all wrong) or given_up (rollouts has it as truncated)',
  steps BIGINT NOT NULL COMMENT 'Moves of the walk, those that left it where it was included; blocks taken where a search never goes back; nodes expanded of a tree',
  backtracks BIGINT NOT NULL COMMENT 'Moves back to the parent; of a tree how often it went on elsewhere than below the node that it had expanded',
  restarts BIGINT NOT NULL COMMENT 'How often the walk began anew at the root',
  dead_ends BIGINT NOT NULL COMMENT 'Blocks drawn that had a value of 0, none of which is ever entered by a walk',
  model_calls BIGINT NOT NULL COMMENT 'Blocks drawn that the search made use of',
  drawn_tokens BIGINT NOT NULL COMMENT 'Tokens of these blocks, those of the completion included',
  verifier_calls BIGINT NOT NULL COMMENT 'Values of partial completions and verdicts on whole ones that the search made use of',
  leaf_visits BIGINT NOT NULL COMMENT 'Steps after which the walk stood at a whole completion; neighbouring ones are hardly independent. Of a tree trajectories that were backed up',
  effective_sample_size DOUBLE COMMENT 'leaf_visits / (2 horizon): about how many independent completions the visits are worth; NULL where the search does not walk on',
  verifier_tokens BIGINT COMMENT 'Tokens that values of partial completions cost: of a learned value those that went through the model for it, of a judge those of questions and replies; 0 for values of the task, and for one that the shard had asked for before. NULL in rows of earlier versions',
  verifier_seconds DOUBLE COMMENT 'Seconds that verifier_calls took, those of calls included whose blocks the search made no use of; rollouts.seconds has those of values, not those of verdicts. NULL in rows of earlier versions',
  verifier_faults BIGINT COMMENT 'Replies of a judge without a number in its range, in place of which the value of otherwise was taken; NULL in rows of earlier versions'
)
COMMENT 'What the search of a rollout has done, of a sampling with a sampler; none of a failed one. Files under model=…/task=…/generation=…, of the same names and with the same keys as those of rollouts, and written before these: one whose rollouts file is not there does not count';
