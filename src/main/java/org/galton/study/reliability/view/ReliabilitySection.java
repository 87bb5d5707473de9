package org.galton.study.reliability.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.report.VisibleText;
import org.galton.study.reliability.row.ReliabilityProblemRow;
import org.galton.study.reliability.row.ReliabilityRow;

/** The measures of agents, side by side. */
public record ReliabilitySection(List<ReliabilityRow> rows) implements StudySection {
  private static final int MOST_TASKS = 12;
  private static final int MOST_AGENTS = 6;

  public static final Columns<ReliabilityRow> MEASURES =
      Columns.<ReliabilityRow>of()
          .column(ReliabilityRow::task, json("task"), text("task"), page("Task"))
          .column(ReliabilityRow::model, json("model"), text("model"), page("Model"))
          .column(ReliabilityRow::scaffold, json("scaffold"), text("scaffold"), page("Scaffold"))
          .column(ReliabilityRow::measure, json("measure"), text("measure"), page("Measure"))
          .column(
              ReliabilityRow::value,
              json("value"),
              text("value", "%.6f"),
              page("Value", Figures::bits))
          .column(ReliabilityRow::ciLow, json("ci_low"), text("from", "%.3f"))
          .column(ReliabilityRow::ciHigh, json("ci_high"), text("to", "%.3f"))
          .interval(
              "95\u202f% interval", ReliabilityRow::ciLow, ReliabilityRow::ciHigh, Figures::bits)
          .column(
              ReliabilityRow::problems,
              json("problems"),
              text("problems", "%,d"),
              count("Problems"))
          .column(
              ReliabilityRow::rollouts,
              json("rollouts"),
              text("rollouts", "%,d"),
              count("Rollouts"))
          .column(ReliabilityRow::reason, json("reason"));

  public static final Columns<ReliabilityProblemRow> PROBLEMS =
      Columns.<ReliabilityProblemRow>of()
          .column(ReliabilityProblemRow::task, json("task"))
          .column(ReliabilityProblemRow::model, json("model"))
          .column(ReliabilityProblemRow::scaffold, json("scaffold"))
          .column(ReliabilityProblemRow::problem, json("problem"))
          .column(ReliabilityProblemRow::rollouts, json("rollouts"))
          .column(ReliabilityProblemRow::successes, json("successes"))
          .column(ReliabilityProblemRow::excluded, json("excluded"))
          .column(ReliabilityProblemRow::outcome, json("outcome"))
          .column(ReliabilityProblemRow::trajectoryMix, json("trajectory_mix"))
          .column(ReliabilityProblemRow::trajectoryOrder, json("trajectory_order"))
          .column(ReliabilityProblemRow::resources, json("resources"))
          .column(ReliabilityProblemRow::confidence, json("confidence"))
          .column(ReliabilityProblemRow::perturbedRollouts, json("perturbed_rollouts"))
          .column(ReliabilityProblemRow::perturbedSuccesses, json("perturbed_successes"));

  /** Measures of the agents of a task. */
  public record Picture(String title, List<String> agents, List<Mark> marks, String alternative) {}

  /** One of them. */
  public record Mark(int agent, String measure, double value, Double low, Double high) {}

  public List<Picture> pictures() {
    return rows.stream()
        .map(ReliabilityRow::task)
        .distinct()
        .limit(MOST_TASKS)
        .map(this::picture)
        .toList();
  }

  private Picture picture(String task) {
    List<ReliabilityRow> own = rows.stream().filter(row -> row.task().equals(task)).toList();
    List<Agent> agents = own.stream().map(Agent::of).distinct().limit(MOST_AGENTS).toList();
    String title = VisibleText.line(task.isEmpty() ? "All rollouts" : task, 120);
    return new Picture(
        title,
        agents.stream().map(Agent::name).toList(),
        own.stream()
            .filter(row -> row.value() != null && agents.contains(Agent.of(row)))
            .map(
                row ->
                    new Mark(
                        agents.indexOf(Agent.of(row)),
                        row.measure(),
                        row.value(),
                        row.ciLow(),
                        row.ciHigh()))
            .toList(),
        "Measures of %d %s, %s"
            .formatted(agents.size(), agents.size() == 1 ? "agent" : "agents", title));
  }

  private record Agent(String model, String scaffold) {
    static Agent of(ReliabilityRow row) {
      return new Agent(row.model(), row.scaffold());
    }

    String name() {
      return VisibleText.line((model + " " + scaffold).strip(), 60);
    }
  }

  /** Whether a task has more agents than a picture shows. */
  public boolean isCut() {
    return rows.stream()
        .map(ReliabilityRow::task)
        .distinct()
        .anyMatch(
            task ->
                rows.stream()
                        .filter(row -> row.task().equals(task))
                        .map(Agent::of)
                        .distinct()
                        .count()
                    > MOST_AGENTS);
  }

  public FigureTable table() {
    return MEASURES.table("Measures", withValue());
  }

  public List<ReliabilityRow> withValue() {
    return rows.stream().filter(row -> row.value() != null).toList();
  }

  /** Why measures have no value, and how many agents lack it. */
  public List<String> missing() {
    Map<Missing, Long> agents =
        rows.stream()
            .filter(row -> row.value() == null)
            .collect(
                Collectors.groupingBy(
                    row -> new Missing(row.measure(), row.reason()),
                    LinkedHashMap::new,
                    Collectors.counting()));
    return agents.entrySet().stream()
        .map(
            entry ->
                "%s of %d %s: %s"
                    .formatted(
                        entry.getKey().measure(),
                        entry.getValue(),
                        entry.getValue() == 1 ? "agent" : "agents",
                        entry.getKey().reason()))
        .toList();
  }

  private record Missing(String measure, String reason) {}

  /** What the page says first. */
  public String finding() {
    long agents = rows.stream().map(row -> List.of(row.task(), Agent.of(row))).distinct().count();
    String outcome = "consistency.outcome";
    Optional<ReliabilityRow> least =
        rows.stream()
            .filter(row -> row.measure().equals(outcome) && row.value() != null)
            .min(Comparator.comparing(ReliabilityRow::value));
    String many = "%d %s".formatted(agents, agents == 1 ? "agent" : "agents");
    return least
        .map(
            row ->
                "%s; least alike end the rollouts of %s%s: %.3f of 1."
                    .formatted(
                        many,
                        Agent.of(row).name(),
                        row.task().isEmpty() ? "" : " on " + VisibleText.line(row.task(), 60),
                        row.value()))
        .orElse(many + "; no problem has two rollouts, so nothing says how alike they end.");
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("reliability.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("reliability", pictures());
  }
}
