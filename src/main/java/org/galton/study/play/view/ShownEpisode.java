package org.galton.study.play.view;

import java.util.List;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.study.play.row.TurnRow;

/**
 * An episode as a conversation.
 *
 * @param title the environment, and which rollout it is
 * @param outcome in a word or two
 * @param left turns that are not shown; empty for none
 */
public record ShownEpisode(
    String title, String rollout, String outcome, boolean won, List<ShownTurn> turns, String left) {
  private static final int MOST_TURNS = 100;
  private static final int LONGEST_NAME = 200;

  /**
   * @param rows of one rollout, in their order
   */
  public static ShownEpisode of(List<TurnRow> rows) {
    TurnRow last = rows.get(rows.size() - 1);
    List<ShownTurn> turns = rows.stream().limit(MOST_TURNS).map(ShownTurn::of).toList();
    ShownTurn end = ShownTurn.of(last);
    return new ShownEpisode(
        VisibleText.line(last.environment(), LONGEST_NAME),
        VisibleText.line(
            "%s, %s, prompt %s, rollout %d"
                .formatted(
                    last.rollout().model(),
                    last.rollout().task(),
                    last.rollout().promptId(),
                    last.rollout().rolloutIndex()),
            LONGEST_NAME),
        "%s in turn %s".formatted(end.note(), Figures.count(last.turn())),
        last.won(),
        turns,
        rows.size() > MOST_TURNS ? Figures.count(rows.size() - MOST_TURNS) : "");
  }
}
