CREATE TABLE mixture_posts (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  dose DOUBLE NOT NULL COMMENT 'Dose of the mixture',
  place INT NOT NULL COMMENT 'Place in the mixture, from 0',
  post_id STRING NOT NULL COMMENT 'Id of the post; without a column id the SHA-256 of its text',
  label STRING NOT NULL COMMENT 'junk or control',
  tokens INT NOT NULL COMMENT 'Its tokens',
  content_hash STRING NOT NULL COMMENT 'SHA-256 of its text in UTF-8',
  text STRING NOT NULL COMMENT 'Its text, to train with'
)
COMMENT 'The posts of each mixture, in their order: a manifest with content hashes';
