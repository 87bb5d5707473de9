package org.galton.worldmodel.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.galton.worldmodel.Game;

/** The games by name. */
public final class Games {
  private static final List<Game> ALL =
      List.of(RowGame.ticTacToe(), RowGame.fourOnSix(), RowGame.connectFour(), new Leduc());

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
        ? text("rows.py")
            .replace("ROWS = 3", "ROWS = " + rows.rows())
            .replace("COLUMNS = 3", "COLUMNS = " + rows.columns())
            .replace("LENGTH = 3", "LENGTH = " + rows.length())
            .replace("DROPS = False", rows.drops() ? "DROPS = True" : "DROPS = False")
        : text(game.id() + ".py");
  }

  private static String text(String file) {
    try (InputStream in = Games.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s of the program".formatted(file), e);
    }
  }
}
