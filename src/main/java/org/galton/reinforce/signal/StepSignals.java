package org.galton.reinforce.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.table.ScoreRow;

/** What was said of rollouts of one task, a row a rollout that was drawn. */
public final class StepSignals {
  private final Map<String, List<ScoreRow>> byScorer = new LinkedHashMap<>();
  private final Map<Rollout, ScoreRow> own;
  private final Map<Rollout, ScoreRow> verdicts;
  private final Optional<Map<Rollout, ScoreRow>> models;

  /** Rows under the name of who gave them. */
  public record Named(String scorer, List<ScoreRow> rows) {
    public Named {
      rows = List.copyOf(rows);
    }
  }

  private record Rollout(String promptId, int index) {}

  public StepSignals(Named own, Named verdicts, Optional<Named> model) {
    List<Named> all = new ArrayList<>(List.of(own, verdicts));
    model.ifPresent(all::add);
    all.forEach(named -> byScorer.putIfAbsent(named.scorer(), named.rows()));
    this.own = byRollout(own);
    this.verdicts = byRollout(verdicts);
    this.models = model.map(StepSignals::byRollout);
  }

  /** Of a task's own judge alone. */
  public static StepSignals of(Named own) {
    return new StepSignals(own, own, Optional.empty());
  }

  private static Map<Rollout, ScoreRow> byRollout(Named named) {
    Map<Rollout, ScoreRow> rows = new HashMap<>();
    named.rows().forEach(row -> rows.put(new Rollout(row.promptId(), row.rolloutIndex()), row));
    return rows;
  }

  /** All rows, to be stored: those of the task's own judge come first. */
  public Map<String, List<ScoreRow>> byScorer() {
    return byScorer;
  }

  /** What was said of one rollout. */
  public RolloutSignals of(String promptId, int index) {
    Rollout rollout = new Rollout(promptId, index);
    return new RolloutSignals(
        Optional.ofNullable(own.get(rollout)),
        Optional.ofNullable(verdicts.get(rollout)),
        models.map(rows -> rows.get(rollout)));
  }
}
