package org.galton.study.emergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.galton.study.emergence.row.EmergenceEffectRow;

/** What conditions differ in, and what goes with success: one experiment at a time. */
final class Effects {
  private final Findings findings;
  private final Contrasts contrasts;
  private final Outcomes outcomes;

  Effects(Findings findings, String runId, long seed) {
    this.findings = findings;
    this.contrasts = new Contrasts(runId, seed);
    this.outcomes = new Outcomes(runId, seed);
  }

  List<EmergenceEffectRow> rows() {
    List<EmergenceEffectRow> rows = new ArrayList<>();
    Map<String, List<GroupOutline>> experiments =
        findings.outlines().stream()
            .collect(
                Collectors.groupingBy(
                    outline -> outline.key().experiment(), TreeMap::new, Collectors.toList()));
    experiments.forEach(
        (experiment, groups) -> {
          rows.addAll(contrasts.ofFigures(findings, experiment));
          if (groups.stream().anyMatch(group -> group.success() != null)) {
            rows.addAll(contrasts.ofSuccess(experiment, groups));
            rows.addAll(outcomes.of(findings, experiment, groups));
          }
        });
    return rows;
  }
}
