CREATE TABLE mixtures (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  dose DOUBLE NOT NULL COMMENT 'Percent of the tokens that are to be junk',
  posts INT NOT NULL COMMENT 'Posts in the mixture',
  junk_posts INT NOT NULL COMMENT 'Of these, junk',
  tokens BIGINT NOT NULL COMMENT 'Tokens; equal among doses within one post',
  junk_tokens BIGINT NOT NULL COMMENT 'Of these, of junk',
  junk_percent DOUBLE NOT NULL COMMENT 'Percent of the tokens that are junk; within 0.1 of the dose',
  content_hash STRING NOT NULL COMMENT 'SHA-256 of the content hashes of the posts in their order, a line each',
  junk_pool BIGINT NOT NULL COMMENT 'Tokens of all junk that could be drawn',
  control_pool BIGINT NOT NULL COMMENT 'Tokens of all control that could be drawn'
)
COMMENT 'Mixtures of junk and control with equally many tokens';
