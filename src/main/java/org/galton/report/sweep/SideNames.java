package org.galton.report.sweep;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.report.VisibleText;
import org.galton.table.ComparisonRow;

/** Names the two sides of a comparison by what sets them apart, seen from one run. */
public record SideNames(String runId, Map<String, String> labels) {
  private static final int LONGEST = 60;

  static SideNames of(String runId, List<ModelEntry> models) {
    return new SideNames(
        runId, models.stream().collect(Collectors.toMap(ModelEntry::name, ModelEntry::label)));
  }

  /** As it is computed: {@code @8000 − @1547}. */
  public String difference(ComparisonRow row) {
    boolean samplings = !row.baselineSampling().equals(row.candidateSampling());
    String candidate =
        side(row.candidateModel(), samplings ? row.candidateSampling() : "", row.candidateRunId());
    String baseline =
        side(row.baselineModel(), samplings ? row.baselineSampling() : "", row.baselineRunId());
    return candidate + " − " + baseline;
  }

  private String side(String model, String sampling, String run) {
    String label = labels.getOrDefault(model, model);
    return VisibleText.line(label, LONGEST)
        + (sampling.isEmpty() ? "" : " at " + VisibleText.line(sampling, LONGEST))
        + (run.equals(runId) ? "" : " of " + VisibleText.line(run, LONGEST));
  }
}
