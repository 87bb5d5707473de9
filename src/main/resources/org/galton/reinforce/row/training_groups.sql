CREATE TABLE training_groups (
  training STRING NOT NULL COMMENT 'Name of the training',
  step INT NOT NULL COMMENT 'Number of the step, from 1',
  task STRING NOT NULL COMMENT 'Task of the prompt',
  prompt_id STRING NOT NULL COMMENT 'Prompt that was drawn',
  generation STRING NOT NULL COMMENT 'Generation of its rollouts: with task, prompt_id and rollout_index the key of rollouts and scores',
  first_rollout INT NOT NULL COMMENT 'rollout_index of the first of them: as many were drawn of the prompt before',
  rollouts INT NOT NULL COMMENT 'Rollouts asked for; of a tree 1, whose backed-up trajectories are the scored rollouts',
  pass_rate_before DOUBLE COMMENT 'Share of right ones among all earlier rollouts of the prompt in this training; NULL where there are none',
  scored INT NOT NULL COMMENT 'Rollouts with a verdict, and with a score where there is a reward model',
  correct INT NOT NULL COMMENT 'Of these, right by the verifier of the training',
  abstained INT NOT NULL COMMENT 'Of these, abstentions',
  reward_mean DOUBLE COMMENT 'Mean reward of the scored ones; NULL where there are none',
  outcome STRING NOT NULL COMMENT 'kept, or why it was not learned from: unscored, single, too_easy (by the probe of a search), all_correct, all_wrong, equal_rewards, surplus',
  p_hat DOUBLE COMMENT 'Success rate that the prompt was taken to have, by the verdicts on its last draw: their share of right ones, or their posterior mean as the budget of the spec says; NULL where there are none',
  value DOUBLE COMMENT 'Of Knapsack RL: (1 - p_hat^N - (1 - p_hat)^N) p_hat (1 - p_hat)^2 for N = rollouts',
  source STRING COMMENT 'Of a training that searches: tree, cache (remembered solutions, and rollouts of the policy), or probe for a prompt that was not hard enough. NULL for others, as in the next columns',
  probed INT COMMENT 'Rollouts of the probe with a verdict',
  probed_correct INT COMMENT 'Of these, right',
  remembered INT COMMENT 'Remembered solutions among the scored rollouts',
  group_tokens_drawn BIGINT COMMENT 'Tokens drawn for the prompt: of the probe, and of all nodes of its tree or of its further rollouts'
)
COMMENT 'The rollouts of a prompt in a step of a reinforcement training. A file a step under training=…';
