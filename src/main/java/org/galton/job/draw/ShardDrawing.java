package org.galton.job.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.galton.model.Outcome;
import org.galton.table.store.AttemptMarks;

/**
 * Draws a shard though prompts of it may kill the model, or the whole process. The first attempt
 * draws everything at once under one mark. An attempt that finds marks of others knows that their
 * processes died: it draws in small pieces, each under a mark of its own, suspected prompts last. A
 * piece that three processes died of condemns its prompt. Other causes of death, such as a machine
 * that is taken away, hit one small piece three times in a row only by a rare chance.
 */
final class ShardDrawing {
  static final int DEATHS = 3;
  private static final int PIECES = 16;
  private static final String WHOLE = "shard";

  private final AttemptMarks marks;
  private final Isolation.Drawing model;

  ShardDrawing(AttemptMarks marks, Isolation.Drawing model) {
    this.marks = marks;
    this.model = model;
  }

  /** Hands each wish's outcome over and returns the prompts at fault with the reasons. */
  Map<String, String> draw(List<RequestedRollout> wishes, Consumer<Outcome> sink) {
    Map<String, Integer> deaths = marks.left();
    AttemptMarks.Mark mark = marks.set(WHOLE);
    try {
      return deaths.isEmpty()
          ? new Isolation(model, sink).draw(List.of(wishes), Map.of())
          : carefully(wishes, deaths, sink);
    } finally {
      mark.close();
    }
  }

  private Map<String, String> carefully(
      List<RequestedRollout> wishes, Map<String, Integer> deaths, Consumer<Outcome> sink) {
    List<List<RequestedRollout>> pieces = pieces(wishes);
    Map<String, Integer> suspicion = new HashMap<>();
    pieces.forEach(
        piece ->
            suspicion.merge(
                piece.get(0).promptId(), deaths.getOrDefault(name(piece), 0), Integer::sum));
    // A suspect's other pieces would cost three processes each if they came before its worst one.
    pieces.sort(
        Comparator.<List<RequestedRollout>, Integer>comparing(
                piece -> suspicion.get(piece.get(0).promptId()))
            .thenComparing(
                piece -> deaths.getOrDefault(name(piece), 0), Comparator.reverseOrder()));
    Map<String, String> known = new LinkedHashMap<>();
    for (List<RequestedRollout> piece : pieces) {
      int died = deaths.getOrDefault(name(piece), 0);
      if (died >= DEATHS) {
        known.put(
            piece.get(0).promptId(), "the process died %d times while drawing it".formatted(died));
      }
    }
    Isolation.Drawing marked =
        (group, answers) -> {
          AttemptMarks.Mark mark = marks.set(name(group));
          try {
            model.draw(group, answers);
          } finally {
            mark.close();
          }
        };
    return new Isolation(marked, sink).draw(pieces, known);
  }

  /** Consecutive rollouts of one prompt each. */
  private static List<List<RequestedRollout>> pieces(List<RequestedRollout> wishes) {
    int most = Math.max(1, wishes.size() / PIECES);
    List<List<RequestedRollout>> pieces = new ArrayList<>();
    for (RequestedRollout wish : wishes) {
      List<RequestedRollout> last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
      if (last == null || last.size() == most || !last.get(0).promptId().equals(wish.promptId())) {
        last = new ArrayList<>();
        pieces.add(last);
      }
      last.add(wish);
    }
    return pieces;
  }

  private static String name(List<RequestedRollout> piece) {
    return piece.get(0).promptId() + "-" + piece.get(0).rolloutIndex();
  }
}
