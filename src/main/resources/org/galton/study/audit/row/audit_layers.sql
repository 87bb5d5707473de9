CREATE TABLE audit_layers (
  run_id STRING NOT NULL COMMENT 'Run that measured it',
  technique STRING NOT NULL COMMENT 'Technique, see audits',
  prompts STRING NOT NULL COMMENT 'standard or direct',
  arm STRING NOT NULL COMMENT 'organism or base, see audits',
  layer INT NOT NULL COMMENT 'Layer; 0 is the embedding',
  trials INT NOT NULL COMMENT 'Prompts that were looked at',
  hits INT NOT NULL COMMENT 'Those in which the secret has rank 1',
  hit_rate DOUBLE NOT NULL COMMENT 'hits over trials',
  mean_score DOUBLE NOT NULL COMMENT 'Mean of the secret''s probability over the whole vocabulary (lens) or of its cosine'
)
COMMENT 'Lens and cosine by layer';
