CREATE TABLE flags (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  task STRING NOT NULL COMMENT 'Task or benchmark; empty where a table has no such column',
  model STRING NOT NULL COMMENT 'Model',
  scaffold STRING NOT NULL COMMENT 'What is built around it: the sampling of a sweep, or an agent; empty where a table has no such column',
  problem STRING NOT NULL COMMENT 'Problem; in a run folder prompt_id',
  rollout STRING NOT NULL COMMENT 'Which rollout of the problem; in a run folder rollout_index; empty where a table has no such column',
  rubric STRING NOT NULL COMMENT 'instruction_violation, tool_failure, self_correction, verification, environmental_barrier or shortcut',
  judge STRING NOT NULL COMMENT 'Who flagged it: rules with their version',
  rule STRING NOT NULL COMMENT 'Which rule, such as tool_error',
  step INT NOT NULL COMMENT 'First step that shows it, from 1; 0 where it is no single step',
  evidence STRING NOT NULL COMMENT 'What the rule goes by, in the words of the transcript, at most 200 characters'
)
COMMENT 'A rule that holds for a rollout: at most one row for each rule';
