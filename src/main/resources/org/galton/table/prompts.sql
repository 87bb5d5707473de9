CREATE TABLE prompts (
  task STRING NOT NULL COMMENT 'Task that asks',
  prompt_id STRING NOT NULL COMMENT 'Hash of task, text and reference: the same prompt has the same id in every sweep',
  cluster STRING NOT NULL COMMENT 'Family of prompts whose outcomes are correlated; the prompt_id itself where there is none',
  text STRING NOT NULL COMMENT 'What the model continues',
  reference STRING NOT NULL COMMENT 'What the verifier compares with; its meaning is the task''s',
  attributes MAP<STRING, STRING> NOT NULL COMMENT 'Further facts, such as the level of difficulty'
)
COMMENT 'A prompt. Written once, under task=…';
