package org.galton.view.compare;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.test.Comparison;
import org.galton.statistics.test.PairedComparison;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.row.CellAddress;

/**
 * Two cells on the prompts that they share, by the same estimators as {@code galton compare}.
 *
 * @param prompts with a verdict in both, those that changed most first
 * @param left shared prompts without a verdict in one of them
 */
record PairedCells(List<PairedPrompt> prompts, int left) {
  private static final String SELECT =
      """
      WITH counted AS (
        SELECT c.*, coalesce(c.success_rate, c.correct / nullif(c.n, 0)) AS rate
        FROM prompt_statistics c WHERE c.run_id IN (SELECT run_id FROM runs)
      ),
      a AS (SELECT * FROM counted WHERE %1$s
        QUALIFY run_id = max(run_id) OVER ()),
      b AS (SELECT * FROM counted WHERE %1$s
        QUALIFY run_id = max(run_id) OVER ())
      SELECT prompt_id, a.cluster, a.rate AS a, b.rate AS b FROM a JOIN b USING (prompt_id)
      ORDER BY prompt_id""";

  static PairedCells of(Snapshot tables, CellAddress a, CellAddress b) throws SQLException {
    List<PairedPrompt> shared = tables.rows(rows(a, b), row -> PairedPrompt.of(row, a, b));
    List<PairedPrompt> whole =
        shared.stream()
            .filter(prompt -> !prompt.isShort())
            .sorted(
                Comparator.comparingDouble((PairedPrompt prompt) -> -Math.abs(prompt.difference()))
                    .thenComparing(PairedPrompt::promptId))
            .toList();
    return new PairedCells(whole, shared.size() - whole.size());
  }

  static BoundSql rows(CellAddress a, CellAddress b) {
    BoundSql ofA = a.matches();
    return new BoundSql(SELECT.formatted(ofA.text()), ofA.then(b.matches()).values());
  }

  long count(PairedPrompt.Result result) {
    return prompts.stream().filter(prompt -> prompt.result() == result).count();
  }

  private List<PairedPrompt> byId() {
    return prompts.stream().sorted(Comparator.comparing(PairedPrompt::promptId)).toList();
  }

  private double[] ofA() {
    return byId().stream().mapToDouble(PairedPrompt::first).toArray();
  }

  private double[] ofB() {
    return byId().stream().mapToDouble(PairedPrompt::second).toArray();
  }

  OptionalDouble meanOfA() {
    return PromptMean.withDefaults().of(ofA(), 0).value();
  }

  OptionalDouble meanOfB() {
    return PromptMean.withDefaults().of(ofB(), 0).value();
  }

  /** B less A; with the clustered error where prompts come in families. */
  Comparison difference() {
    PairedComparison method = PairedComparison.withDefaults().ofShares();
    List<String> clusters = byId().stream().map(PairedPrompt::cluster).toList();
    return new HashSet<>(clusters).size() == clusters.size()
        ? method.of(ofB(), ofA())
        : method.of(ofB(), ofA(), clusters);
  }
}
