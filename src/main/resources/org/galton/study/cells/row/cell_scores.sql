CREATE TABLE cell_scores (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  measure STRING NOT NULL COMMENT 'foreign_words and repeated_words of a sentence, gene_overlap, other_overlap (with the references of other sentences, a control), kendall_tau, expression_error, nearest_type (share that agrees with the type that was asked for), foscttm, or label: and a column of --label (share that is exactly right)',
  cells BIGINT NOT NULL COMMENT 'Generated cells that have it; of other_overlap and foscttm a sample',
  value DOUBLE NOT NULL COMMENT 'Their mean',
  ci_low DOUBLE COMMENT 'Lower end of its 95 % interval over generated cells: Wilson''s of shares, normal of means; NULL for means below 30 cells, and where cells share references',
  ci_high DOUBLE COMMENT 'Upper end'
)
COMMENT 'How well generated sentences tell cells';
