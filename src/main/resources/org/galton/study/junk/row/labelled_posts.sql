CREATE TABLE labelled_posts (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  post_id STRING NOT NULL COMMENT 'Id of the post; without a column id the SHA-256 of its text',
  rule STRING NOT NULL COMMENT 'engagement, or the column of labels',
  label STRING NOT NULL COMMENT 'junk, control or neither',
  reason STRING NOT NULL COMMENT 'Why: of engagement what of length and popularity decides, of a column what it has',
  tokens INT NOT NULL COMMENT 'Tokens, by the column tokens or counted',
  popularity BIGINT COMMENT 'Sum of the columns of --popularity; NULL where the input has none'
)
COMMENT 'Posts with what each rule calls them; without those that are left out or have no label';
