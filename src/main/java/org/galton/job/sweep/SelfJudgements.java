package org.galton.job.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galton.sweep.Cell;
import org.galton.task.Scorer;

/** Says which models judge what they drew themselves: models tend to like their own answers. */
public final class SelfJudgements {
  private SelfJudgements() {}

  /** One sentence for each model that is its own judge, whatever the sampling. */
  public static List<String> of(List<Cell> cells) {
    Map<String, Set<String>> tasks = new LinkedHashMap<>();
    for (Cell cell : cells) {
      for (Scorer scorer : cell.task().scorers()) {
        if (scorer.judgingModel().filter(cell.model().digest()::equals).isPresent()) {
          tasks
              .computeIfAbsent(cell.model().name(), model -> new LinkedHashSet<>())
              .add(cell.task().name());
        }
      }
    }
    List<String> sentences = new ArrayList<>();
    tasks.forEach(
        (model, judged) ->
            sentences.add(
                ("Model %s judges its own answers to %s, and models tend to prefer their own"
                        + " (self-preference bias): let another model judge, or label some answers"
                        + " by hand and run ./galton judges --labels")
                    .formatted(model, String.join(", ", judged))));
    return sentences;
  }
}
