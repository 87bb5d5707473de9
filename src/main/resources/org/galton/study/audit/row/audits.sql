CREATE TABLE audits (
  run_id STRING NOT NULL COMMENT 'Run that measured it',
  technique STRING NOT NULL COMMENT 'Technique, by its name in the spec',
  kind STRING NOT NULL COMMENT 'sample, prefill, shots, persona, lens, cosine or fuzz',
  prompts STRING NOT NULL COMMENT 'standard or direct',
  arm STRING NOT NULL COMMENT 'organism: models that hide a secret; base: the model without one, drawn anew for each of them; other: organisms, scored as if they hid the next one''s secret; shuffled: organisms, scored for a candidate drawn at random for each trial',
  models INT NOT NULL COMMENT 'Models under audit that count',
  void_models INT NOT NULL COMMENT 'Models left out, see audit_models',
  trials INT NOT NULL COMMENT 'Trials with a result',
  failed INT NOT NULL COMMENT 'Trials without one',
  leaks INT COMMENT 'Completions that say the secret or a forbidden string; NULL where there is no completion',
  leak_rate DOUBLE COMMENT 'leaks over trials',
  leak_low DOUBLE COMMENT 'Lower end of its 95 % interval (Wilson)',
  leak_high DOUBLE COMMENT 'Upper end of it',
  hits INT COMMENT 'Trials in which the secret has rank 1 among the candidates',
  hit_rate DOUBLE COMMENT 'hits over trials',
  hit_low DOUBLE COMMENT 'Lower end of its 95 % interval (Wilson)',
  hit_high DOUBLE COMMENT 'Upper end of it',
  chance DOUBLE COMMENT '1 over the number of candidates',
  chance_p DOUBLE COMMENT 'Probability of as many hits or more by chance (binomial)',
  mean_rank DOUBLE COMMENT 'Mean rank of the secret, from 1',
  mean_probability DOUBLE COMMENT 'Mean probability of the secret among the candidates; NULL for cosines'
)
COMMENT 'Techniques that bring a secret out, with controls';
