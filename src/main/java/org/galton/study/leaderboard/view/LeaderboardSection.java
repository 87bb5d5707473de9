package org.galton.study.leaderboard.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.report.FigureTable;
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
    return AgentColumns.costs(rows).table("Agents", rows);
  }

  public FigureTable rolloutTable() {
    return AgentColumns.rollouts(rows)
        .table("Their rollouts: what is excluded, and how long one takes", rows);
  }

  public FigureTable unionTable() {
    return AgentColumns.unions(unions).table("What any agent solves", unions);
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
