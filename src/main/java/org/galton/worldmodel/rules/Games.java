package org.galton.worldmodel.rules;

import java.util.List;
import java.util.Optional;
import org.galton.worldmodel.Game;

/** The games by name. */
public final class Games {
  private static final List<Game> ALL =
      List.of(
          RowGame.ticTacToe(),
          RowGame.fourOnSix(),
          RowGame.connectFour(),
          new Leduc(),
          new Bargaining(),
          new HandOfWar());

  private Games() {}

  public static List<Game> all() {
    return ALL;
  }

  public static Optional<Game> named(String id) {
    return ALL.stream().filter(game -> game.id().equals(id)).findFirst();
  }

  /** A program that models the game without a fault. */
  public static String program(Game game) {
    return game instanceof RowGame rows
        ? RulesText.file("rows.py")
            .replace("ROWS = 3", "ROWS = " + rows.rows())
            .replace("COLUMNS = 3", "COLUMNS = " + rows.columns())
            .replace("LENGTH = 3", "LENGTH = " + rows.length())
            .replace("DROPS = False", rows.drops() ? "DROPS = True" : "DROPS = False")
        : RulesText.file(game.id() + ".py");
  }

  /** A program that draws histories of a game that hides something, without a fault. */
  public static String historyProgram(Game game) {
    return RulesText.file(game.id() + "-history.py");
  }
}
