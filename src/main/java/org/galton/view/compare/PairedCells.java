package org.galton.view.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.test.Comparison;
import org.galton.statistics.test.PairedComparison;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.ViewedFolders;
import org.galton.view.row.CellAddress;
import org.galton.view.row.RowLink;
import org.galton.view.row.ShownValue;

/**
 * Two cells on the prompts that they share, by the same estimators as {@code galton compare}.
 *
 * @param prompts with a verdict in both, those that changed most first
 * @param left shared prompts without a verdict in one of them
 */
record PairedCells(List<PairedPrompt> prompts, int left) {
  private static final String RATES =
      """
      SELECT prompt_id, cluster, coalesce(success_rate, correct / nullif(n, 0)) AS rate
      FROM prompt_statistics
      WHERE run_id IN (SELECT run_id FROM runs) AND (%s)
      QUALIFY run_id = max(run_id) OVER ()""";

  /** A prompt of a cell, with its success rate; null where it has no verdict. */
  private record Rated(String promptId, String cluster, Double rate) {}

  static PairedCells of(ViewedFolders folders, CellAddress a, CellAddress b) {
    Map<String, Rated> ofB = rated(folders, b);
    List<PairedPrompt> shared = new ArrayList<>();
    for (Rated first : rated(folders, a).values()) {
      Rated second = ofB.get(first.promptId());
      if (second != null) {
        shared.add(
            new PairedPrompt(
                first.promptId(),
                first.cluster(),
                first.rate(),
                second.rate(),
                RowLink.to("a", a.text(), "b", b.text(), "prompt_id", first.promptId())));
      }
    }
    List<PairedPrompt> whole =
        shared.stream()
            .filter(prompt -> !prompt.isShort())
            .sorted(
                Comparator.comparingDouble((PairedPrompt prompt) -> -Math.abs(prompt.difference()))
                    .thenComparing(PairedPrompt::promptId))
            .toList();
    return new PairedCells(whole, shared.size() - whole.size());
  }

  private static Map<String, Rated> rated(ViewedFolders folders, CellAddress cell) {
    Map<String, Rated> rated = new LinkedHashMap<>();
    folders
        .read(
            cell.folder(),
            tables ->
                tables.rows(
                    rates(cell),
                    row ->
                        new Rated(
                            row.getString("prompt_id"),
                            row.getString("cluster"),
                            ShownValue.number(row, "rate"))))
        .forEach(prompt -> rated.put(prompt.promptId(), prompt));
    return rated;
  }

  private static BoundSql rates(CellAddress cell) {
    BoundSql matches = cell.matches();
    return new BoundSql(RATES.formatted(matches.text()), matches.values());
  }

  /**
   * Of cells of one folder.
   *
   * @param result empty for all
   */
  static BoundSql rows(CellAddress a, CellAddress b, Optional<PairedPrompt.Result> result) {
    return BoundSql.of("SELECT prompt_id, a.cluster, a.rate AS a, b.rate AS b\nFROM (")
        .then(rates(a))
        .then(") a JOIN (")
        .then(rates(b))
        .then(") b USING (prompt_id)\nWHERE")
        .then(result.map(PairedPrompt.Result::condition).orElse("a.rate + b.rate IS NOT NULL"))
        .then("\nORDER BY abs(b.rate - a.rate) DESC, prompt_id");
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
