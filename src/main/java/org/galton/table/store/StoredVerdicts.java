package org.galton.table.store;

import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.galton.table.ScoreStatus;
import org.galton.table.Table;

/** What a scorer said of the rollouts of one file. */
public final class StoredVerdicts {
  private StoredVerdicts() {}

  /** A rollout of a file. */
  public record Key(String promptId, int rolloutIndex) {}

  /**
   * Whether each is right; those without a verdict are left out.
   *
   * @param scores the scorer's folder for the generation; may not be there
   */
  public static Map<Key, Boolean> of(OutputFolder output, Path scores, StoredFile rollouts) {
    Map<Key, Boolean> verdicts = new HashMap<>();
    output.list(scores).stream()
        .filter(file -> file.name().equals(rollouts.name()))
        .flatMap(file -> output.file(file).rows(Table.SCORES.rows()).stream())
        .filter(row -> !ScoreStatus.UNSCORED.is(row.status()))
        .forEach(
            row ->
                verdicts.put(
                    new Key(row.promptId(), row.rolloutIndex()),
                    Boolean.TRUE.equals(row.correct())));
    return verdicts;
  }
}
