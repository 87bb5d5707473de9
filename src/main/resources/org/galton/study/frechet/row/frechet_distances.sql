CREATE TABLE frechet_distances (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  condition STRING NOT NULL COMMENT 'Values of the columns of --by as a JSON object; {} where there are none',
  reference STRING NOT NULL COMMENT 'Value of the column of --side that the reference has',
  compared STRING NOT NULL COMMENT 'Value that the compared group has',
  embedder STRING COMMENT 'What made the vectors, by the column of --embedder; NULL where none was named. Distances of other embedders cannot be compared',
  dimensions INT NOT NULL COMMENT 'Numbers of a vector, d',
  vectors BIGINT NOT NULL COMMENT 'Vectors of each of the two groups that were compared, n',
  reference_rows BIGINT NOT NULL COMMENT 'Vectors that the reference has; more than vectors where --equal took a sample',
  compared_rows BIGINT NOT NULL COMMENT 'Vectors that the compared group has',
  distance DOUBLE NOT NULL COMMENT 'Squared Fréchet distance of the two Gaussians, in squared units of the vectors; above 0 also for two samples of one law',
  means DOUBLE NOT NULL COMMENT 'Its part from the means: their squared distance',
  covariances DOUBLE NOT NULL COMMENT 'Its part from the covariances',
  ci_low DOUBLE COMMENT 'Lower end of the 95 % interval of the distance at this n, by bootstrap; NULL below 40 draws',
  ci_high DOUBLE COMMENT 'Upper end',
  draw_bias DOUBLE COMMENT 'Mean distance of the draws, less the distance: about what the distance of samples is too high itself; NULL below 40 draws',
  draws INT NOT NULL COMMENT 'Draws of the bootstrap that took two vectors or more of each group',
  floor DOUBLE COMMENT 'Distance of two disjoint samples of the reference: what no group can be expected to be below; NULL where the reference is too small',
  floor_vectors BIGINT COMMENT 'Vectors of each of these two samples. Where it is half of vectors, the floor at vectors is about half as high',
  low_n BOOLEAN NOT NULL COMMENT 'Whether there are fewer than 10 d vectors: the distance is then mostly bias, and counts in no mean'
)
COMMENT 'How far groups of vectors are from the reference of their condition';
