CREATE TABLE frechet_means (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  reference STRING NOT NULL COMMENT 'Value of the column of --side that the reference has',
  compared STRING NOT NULL COMMENT 'Value that the compared groups have',
  conditions INT NOT NULL COMMENT 'Conditions of which the mean is',
  left_out INT NOT NULL COMMENT 'Conditions with fewer than 10 d vectors, which are not in it',
  distance DOUBLE COMMENT 'Mean of the squared Fréchet distances; NULL where all conditions are left out',
  ci_low DOUBLE COMMENT 'Lower end of its 95 % interval, by bootstrap within conditions; NULL below 40 draws',
  ci_high DOUBLE COMMENT 'Upper end',
  floor DOUBLE COMMENT 'Mean of the floors; NULL where a condition has none'
)
COMMENT 'Distances from the reference, over conditions';
