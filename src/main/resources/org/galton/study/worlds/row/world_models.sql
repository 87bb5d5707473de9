CREATE TABLE world_models (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  game STRING NOT NULL COMMENT 'Game that the program models',
  author STRING NOT NULL COMMENT 'Who wrote it: calibrated, an author of known skill, or the model asked',
  synthesis INT NOT NULL COMMENT 'Number of the attempt, from 1',
  deck STRING NOT NULL COMMENT 'open: the author is shown states; closed: it is shown only what players see, and writes rules and histories in one program',
  calls INT NOT NULL COMMENT 'Calls of the author until all tests passed or the budget was used up',
  tests INT NOT NULL COMMENT 'Tests from the games that the author was shown; of a closed deck round trips and random play',
  tests_passed INT NOT NULL COMMENT 'Those that the program passes',
  unseen_tests INT NOT NULL COMMENT 'Tests from other games',
  unseen_passed INT NOT NULL COMMENT 'Those that the program passes',
  transitions INT NOT NULL COMMENT 'Tests among the unseen that ask for the next state; 0 of a closed deck',
  transitions_right INT NOT NULL COMMENT 'Those that the program passes: transition accuracy is this over transitions',
  program STRING NOT NULL COMMENT 'Text of the best program'
)
COMMENT 'Programs that model games, as they were refined';
