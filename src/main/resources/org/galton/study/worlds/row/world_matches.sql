CREATE TABLE world_matches (
  run_id STRING NOT NULL COMMENT 'Run that played them',
  game STRING NOT NULL COMMENT 'Game that was played',
  author STRING NOT NULL COMMENT 'Of the program in which the player searches; game where it searches in the game itself',
  synthesis INT NOT NULL COMMENT 'Number of the program, see world_models; 0 for the game itself',
  opponent STRING NOT NULL COMMENT 'random: draws from its legal actions; game: searches in the game itself',
  games INT NOT NULL COMMENT 'Games, half of them at the first seat',
  wins INT NOT NULL COMMENT 'Won by the player, those that the opponent forfeited among them',
  draws INT NOT NULL COMMENT 'Without a winner',
  losses INT NOT NULL COMMENT 'Lost by the player, those that it forfeited among them',
  forfeits INT NOT NULL COMMENT 'Lost by an action that is not legal',
  opponent_forfeits INT NOT NULL COMMENT 'Won by an action of the opponent that is not legal',
  wins_low DOUBLE NOT NULL COMMENT 'Lower end of the 95 % interval of the share of wins (Wilson)',
  wins_high DOUBLE NOT NULL COMMENT 'Upper end of it',
  mean_reward DOUBLE NOT NULL COMMENT 'Mean reward of the player, in the units of the game',
  simulations BIGINT NOT NULL COMMENT 'Simulations of the player',
  thrown_away BIGINT NOT NULL COMMENT 'Those in which the program failed, or that found no state to begin from'
)
COMMENT 'Games of players that search in a program';
