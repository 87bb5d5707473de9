CREATE TABLE turns (
  run_id STRING NOT NULL COMMENT 'Run that derived it; every run of a sweep has all turns of its rollouts',
  model STRING NOT NULL COMMENT 'Model name',
  task STRING NOT NULL COMMENT 'Task',
  generation STRING NOT NULL COMMENT 'Generation of the rollout',
  prompt_id STRING NOT NULL COMMENT 'Prompt: an episode by its seed',
  rollout_index INT NOT NULL COMMENT 'Which rollout of the prompt',
  environment STRING NOT NULL COMMENT 'Id of the environment, such as guess-the-number/easy',
  turn INT NOT NULL COMMENT 'Number of the turn from 1; 0 for what the episode opens with. The roles of a team share the number of their step, and the generator has that of the last one',
  role STRING NOT NULL COMMENT 'agent for a turn of the model, environment for the opening, turn 0; in a team planner, executor, tool, verifier or generator, a row each',
  action STRING COMMENT 'Action that was read from the answer, of a planner its sub-goal, of an executor its command, of a verifier 1 or 0; NULL in the opening, for a tool and where none was found',
  tool STRING COMMENT 'Tool that the turn called, of a planner or executor the one that was named; NULL where there is none',
  arguments STRING COMMENT 'Argument of the call, of a planner the context that it gives; NULL where there was none',
  tool_failed BOOLEAN COMMENT 'Whether the tool could not answer; NULL where none was called',
  observation STRING NOT NULL COMMENT 'What the model was shown then, such as a board or the tool''s result; empty in a team''s turns but for the tool''s',
  reward DOUBLE NOT NULL COMMENT 'Reward of the turn: -0.1 for a format error',
  tokens INT COMMENT 'Tokens of the answer; NULL where the model did not tell',
  terminated BOOLEAN NOT NULL COMMENT 'Whether the rules ended the episode here',
  truncated BOOLEAN NOT NULL COMMENT 'Whether the limit of turns ended it here',
  format_error BOOLEAN NOT NULL COMMENT 'Whether the answer was no action, which ends the episode of an agent and not the work of a team',
  won BOOLEAN NOT NULL COMMENT 'Whether the goal was reached here'
)
COMMENT 'A turn of a rollout that is an episode of an environment, or of a role in a team';
