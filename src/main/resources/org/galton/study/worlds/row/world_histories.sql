CREATE TABLE world_histories (
  run_id STRING NOT NULL COMMENT 'Run that computed it',
  game STRING NOT NULL COMMENT 'Game that hides something',
  author STRING NOT NULL COMMENT 'Who wrote the program: calibrated, an author of known skill, or the model asked',
  synthesis INT NOT NULL COMMENT 'Number of the attempt, see world_models',
  deck STRING NOT NULL COMMENT 'open or closed, see world_models; of a closed deck rules and histories are one program',
  calls INT NOT NULL COMMENT 'Calls of the author until all tests passed or the budget was used up; of a closed deck those of world_models; 0 where the rules are no program',
  tests INT NOT NULL COMMENT 'Round trips from the games that the author was shown: a history is drawn for what a player saw, and played in the rules of world_models',
  tests_passed INT NOT NULL COMMENT 'Those in which the player sees that again',
  unseen_tests INT NOT NULL COMMENT 'Round trips from other games',
  unseen_passed INT NOT NULL COMMENT 'Those in which the player sees that again: inference accuracy is this over unseen_tests',
  program STRING NOT NULL COMMENT 'Text of the best program'
)
COMMENT 'Programs that draw what is hidden in a game, as they were refined';
