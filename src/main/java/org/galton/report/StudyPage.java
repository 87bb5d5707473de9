package org.galton.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.table.RunRow;

/**
 * The page of a study: its finding, what to beware of, its sections, and what was run.
 *
 * @param kind as the page calls itself, such as balance
 * @param warnings below the finding
 * @param spec input and settings
 */
public record StudyPage(
    String kind,
    String title,
    String started,
    String finding,
    List<String> warnings,
    List<StudySection> sections,
    List<Fact> facts,
    String spec)
    implements ReportPage {
  private static final int LONGEST_SPEC = 20_000;

  public static StudyPage of(
      String kind, RunRow run, String finding, List<String> warnings, List<StudySection> sections) {
    return new StudyPage(
        kind,
        VisibleText.line(run.sweep(), 120),
        RunFacts.started(run),
        finding,
        warnings,
        sections,
        List.of(
            new Fact("Run", VisibleText.line(run.runId(), 120)),
            new Fact("Took", Figures.duration(Duration.between(run.started(), run.finished()))),
            new Fact("Versions", RunFacts.versions(run))),
        VisibleText.of(run.spec(), LONGEST_SPEC));
  }

  @Override
  public String template() {
    return "org/galton/report/study.html";
  }

  @Override
  public List<String> scripts() {
    return sections.stream().flatMap(section -> section.scripts().stream()).distinct().toList();
  }

  /** In one order: without a section of models there are none. */
  @Override
  public Map<String, Object> charts() {
    Map<String, Object> charts = new TreeMap<>(Map.of("models", List.of(), "ordered", false));
    sections.forEach(section -> charts.putAll(section.charts()));
    return charts;
  }
}
