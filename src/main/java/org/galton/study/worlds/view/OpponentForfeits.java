package org.galton.study.worlds.view;

import java.util.List;
import java.util.Optional;
import org.galton.report.VisibleText;
import org.galton.study.worlds.row.WorldMatchRow;

/** Games that a model that chooses actions forfeited. */
public record OpponentForfeits(String model, int forfeits, int games) {
  private static final List<String> NO_MODEL = List.of("random", "game");

  /** Empty where no model played. */
  public static Optional<OpponentForfeits> of(List<WorldMatchRow> matches) {
    return matches.stream()
        .filter(row -> !NO_MODEL.contains(row.opponent()))
        .map(row -> new OpponentForfeits(row.opponent(), row.opponentForfeits(), row.games()))
        .reduce(
            (one, other) ->
                new OpponentForfeits(
                    one.model, one.forfeits + other.forfeits, one.games + other.games));
  }

  public String sentence() {
    return "The model %s forfeited %,d of %,d games by an answer that is no legal action; a win by forfeit is no skill of the search."
        .formatted(VisibleText.line(model, 200), forfeits, games);
  }
}
