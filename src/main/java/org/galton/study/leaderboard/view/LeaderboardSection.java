package org.galton.study.leaderboard.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.report.VisibleText;
import org.galton.study.leaderboard.row.AgentUnionRow;
import org.galton.study.leaderboard.row.EffortPairRow;
import org.galton.study.leaderboard.row.EffortSignsRow;
import org.galton.study.leaderboard.row.LeaderboardRow;

/** Agents, their cost and their frontiers. */
public record LeaderboardSection(
    List<LeaderboardRow> rows,
    List<AgentUnionRow> unions,
    List<EffortPairRow> pairs,
    List<EffortSignsRow> signs)
    implements StudySection {
  private static final int MOST_TASKS = 12;

  private static final Columns<LeaderboardRow> NAMES =
      Columns.<LeaderboardRow>of()
          .column(LeaderboardRow::task, json("task"), text("task"), page("Task"))
          .column(LeaderboardRow::model, json("model"), text("model"), page("Model"))
          .column(LeaderboardRow::scaffold, json("scaffold"), text("scaffold"), page("Scaffold"));

  public static final Columns<LeaderboardRow> AGENTS =
      figures(NAMES.column(LeaderboardRow::effort, json("effort")));

  private static final Columns<LeaderboardRow> AGENTS_OF_EFFORTS =
      figures(
          NAMES.column(
              LeaderboardRow::effort, json("effort"), text("effort"), page("Effort")));

  /** People see settings of effort where there are any. */
  public static Columns<LeaderboardRow> agents(List<LeaderboardRow> rows) {
    return rows.stream().anyMatch(row -> row.effort() != null) ? AGENTS_OF_EFFORTS : AGENTS;
  }

  private static Columns<LeaderboardRow> figures(Columns<LeaderboardRow> names) {
    return names
          .column(
              LeaderboardRow::problems,
              json("problems"),
              text("problems", "%,d"),
              count("Problems"))
          .column(LeaderboardRow::attempts, json("attempts"))
          .column(LeaderboardRow::scored, json("scored"), text("scored", "%,d"), count("Scored"))
          .column(
              LeaderboardRow::excluded,
              json("excluded"),
              text("excluded", "%,d"),
              count("Excluded"))
          .column(
              LeaderboardRow::excludedShare,
              json("excluded_share"),
              text("share", "%.3f"),
              page("Excluded, %", Figures::percentNumber))
          .column(
              LeaderboardRow::excludedInfrastructure,
              json("excluded_infrastructure"),
              text("machine", "%,d"),
              count("By the machine"))
          .column(
              LeaderboardRow::excludedTimeout,
              json("excluded_timeout"),
              text("time", "%,d"),
              count("By time"))
          .column(LeaderboardRow::excludedUnjudged, json("excluded_unjudged"))
          .column(
              LeaderboardRow::success,
              json("success"),
              text("success", "%.3f"),
              page("Success, %", Figures::percentNumber))
          .column(LeaderboardRow::ciLow, json("ci_low"), text("low", "%.3f"))
          .column(LeaderboardRow::ciHigh, json("ci_high"), text("high", "%.3f"))
          .interval(
              "95\u202f% interval",
              LeaderboardRow::ciLow, LeaderboardRow::ciHigh, Figures::percentNumber)
          .column(LeaderboardRow::promptTokens, json("prompt_tokens"))
          .column(LeaderboardRow::completionTokens, json("completion_tokens"))
          .column(LeaderboardRow::deviceSeconds, json("device_seconds"))
          .column(LeaderboardRow::dollars, json("dollars"), text("dollars", "%,.4f"))
          .column(LeaderboardRow::dollarsBasis, json("dollars_basis"))
          .column(
              LeaderboardRow::tokensPerRollout,
              json("tokens_per_rollout"),
              text("tokens each", "%,.1f"),
              page("Tokens a rollout", value -> Figures.format("%,.1f", value)))
          .column(
              row -> frontier(row.tokensFrontier(), row.tokensHull()), text(""), page("Frontier"))
          .column(LeaderboardRow::tokensFrontier, json("tokens_frontier"))
          .column(LeaderboardRow::tokensHull, json("tokens_hull"))
          .column(
              LeaderboardRow::secondsPerRollout,
              json("seconds_per_rollout"),
              text("seconds each", "%,.4f"),
              page("Seconds a rollout", value -> Figures.format("%,.4g", value)))
          .column(
              row -> frontier(row.secondsFrontier(), row.secondsHull()), text(""), page("Frontier"))
          .column(LeaderboardRow::secondsFrontier, json("seconds_frontier"))
          .column(LeaderboardRow::secondsHull, json("seconds_hull"))
          .column(
              LeaderboardRow::medianSeconds,
              json("median_seconds"),
              text("median s", "%,.4f"),
              page("Median, s", value -> Figures.format("%,.4g", value)))
          .column(
              LeaderboardRow::p90Seconds,
              json("p90_seconds"),
              text("p90 s", "%,.4f"),
              page("p90, s", value -> Figures.format("%,.4g", value)))
          .column(
              LeaderboardRow::dollarsPerRollout,
              json("dollars_per_rollout"),
              text("dollars each", "%,.6f"),
              page("Dollars a rollout", value -> Figures.format("%,.4g", value)))
          .column(
              row -> frontier(row.dollarsFrontier(), row.dollarsHull()), text(""), page("Frontier"))
          .column(LeaderboardRow::dollarsFrontier, json("dollars_frontier"))
          .column(LeaderboardRow::dollarsHull, json("dollars_hull"));
  }

  public static final Columns<AgentUnionRow> UNIONS =
      Columns.<AgentUnionRow>of()
          .column(AgentUnionRow::task, json("task"), text("task"), page("Task"))
          .column(AgentUnionRow::agents, json("agents"), text("agents", "%d"), count("Agents"))
          .column(
              AgentUnionRow::problems, json("problems"), text("problems", "%,d"), count("Problems"))
          .column(
              AgentUnionRow::any,
              json("any"),
              text("any solves", "%.3f"),
              page("Any solves, %", Figures::percentNumber))
          .column(
              AgentUnionRow::best,
              json("best"),
              text("best solves", "%.3f"),
              page("Best solves, %", Figures::percentNumber))
          .column(AgentUnionRow::bestModel, json("best_model"), text("best model"), page("Model"))
          .column(
              AgentUnionRow::bestScaffold,
              json("best_scaffold"),
              text("its scaffold"),
              page("Scaffold"))
          .column(AgentUnionRow::bestEffort, json("best_effort"));

  public LeaderboardSection {
    rows =
        rows.stream()
            .sorted(
                Comparator.comparing(LeaderboardRow::task)
                    .thenComparing(
                        LeaderboardRow::success, Comparator.nullsLast(Comparator.reverseOrder()))
                    .thenComparing(LeaderboardRow::model)
                    .thenComparing(LeaderboardRow::scaffold)
                    .thenComparing(
                        LeaderboardRow::effort, Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
  }

  private static String frontier(Boolean free, Boolean hull) {
    if (free == null) {
      return "–";
    }
    return hull ? "hull" : free ? "frontier" : "";
  }

  /** Success against a cost, of the agents of a task. */
  public record Picture(String title, String unit, List<Agent> agents, String alternative) {}

  /** An agent in it. */
  public record Agent(
      String name,
      double cost,
      double success,
      Double low,
      Double high,
      boolean frontier,
      boolean hull) {}

  public List<Picture> pictures() {
    List<Picture> pictures = new ArrayList<>();
    for (String task :
        rows.stream().map(LeaderboardRow::task).distinct().limit(MOST_TASKS).toList()) {
      List<LeaderboardRow> own = rows.stream().filter(row -> row.task().equals(task)).toList();
      add(pictures, task, "dollars a rollout", own, LeaderboardRow::dollarsPerRollout, true);
      add(pictures, task, "tokens a rollout", own, LeaderboardRow::tokensPerRollout, false);
    }
    return List.copyOf(pictures);
  }

  private static String name(LeaderboardRow row) {
    return Stream.of(row.model(), row.scaffold(), Objects.toString(row.effort(), ""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static void add(
      List<Picture> pictures,
      String task,
      String unit,
      List<LeaderboardRow> rows,
      Function<LeaderboardRow, Double> cost,
      boolean isDollars) {
    List<Agent> agents =
        rows.stream()
            .filter(row -> cost.apply(row) != null && row.success() != null)
            .map(
                row ->
                    new Agent(
                        VisibleText.line(name(row), 80),
                        cost.apply(row),
                        row.success(),
                        row.ciLow(),
                        row.ciHigh(),
                        isDollars ? row.dollarsFrontier() : row.tokensFrontier(),
                        isDollars ? row.dollarsHull() : row.tokensHull()))
            .toList();
    if (!agents.isEmpty()) {
      String title = VisibleText.line(task.isEmpty() ? "All rollouts" : task, 120);
      pictures.add(
          new Picture(title, unit, agents, "Success against %s, %s".formatted(unit, title)));
    }
  }

  public FigureTable table() {
    return agents(rows).table("Agents", rows);
  }

  public FigureTable unionTable() {
    return UNIONS.table("What any agent solves", unions);
  }

  public boolean isAnyUnion() {
    return !unions.isEmpty();
  }

  public FigureTable pairTable() {
    return EffortColumns.PAIRS.table("What more effort costs and brings", pairs);
  }

  /** How often more effort succeeds more; empty where no agent has two settings. */
  public String signsSentence() {
    return signs.stream().map(EffortColumns::sentence).collect(Collectors.joining(" "));
  }

  /** What the page says first. */
  public String finding() {
    long tasks = rows.stream().map(LeaderboardRow::task).distinct().count();
    return "%d agents on %d %s; on the hull of success and cost: %s."
        .formatted(
            rows.size(),
            tasks,
            tasks == 1 ? "task" : "tasks",
            Stream.of(
                    onHull("tokens", LeaderboardRow::tokensHull),
                    onHull("seconds", LeaderboardRow::secondsHull),
                    onHull("dollars", LeaderboardRow::dollarsHull))
                .collect(Collectors.joining(", ")));
  }

  private String onHull(String currency, Function<LeaderboardRow, Boolean> flag) {
    if (rows.stream().allMatch(row -> flag.apply(row) == null)) {
      return currency + " not known";
    }
    long on = rows.stream().filter(row -> Boolean.TRUE.equals(flag.apply(row))).count();
    return "%d by %s".formatted(on, currency);
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("leaderboard.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("leaderboard", pictures());
  }
}
