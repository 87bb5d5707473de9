CREATE TABLE label_counts (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  rule STRING NOT NULL COMMENT 'engagement, or the column of labels',
  label STRING NOT NULL COMMENT 'junk, control, neither, unlabelled (the cell is empty), or not ascii (left out by --ascii)',
  reason STRING COMMENT 'What of length and popularity decides; NULL for a column of labels, and for posts that are left out',
  posts BIGINT NOT NULL COMMENT 'Posts',
  tokens BIGINT NOT NULL COMMENT 'Their tokens'
)
COMMENT 'How many posts each rule calls junk or control';
