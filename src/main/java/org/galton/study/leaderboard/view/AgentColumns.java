package org.galton.study.leaderboard.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import org.galton.report.Columns;
import org.galton.report.Figures;
import org.galton.study.leaderboard.row.AgentUnionRow;
import org.galton.study.leaderboard.row.LeaderboardRow;

/** Agents as people see them, in two tables: what they cost and achieve, and their rollouts. */
public final class AgentColumns {
  private static final Columns<LeaderboardRow> NAMES =
      Columns.<LeaderboardRow>of()
          .column(LeaderboardRow::task, text("task"), page("Task"))
          .column(LeaderboardRow::model, text("model"), page("Model"))
          .column(LeaderboardRow::scaffold, text("scaffold"), page("Scaffold"));

  private static final Columns<LeaderboardRow> NAMES_AND_EFFORT =
      NAMES.column(LeaderboardRow::effort, text("effort"), page("Effort"));

  /** All figures, for programs. */
  public static final Columns<LeaderboardRow> JSON =
      Columns.<LeaderboardRow>of()
          .column(LeaderboardRow::task, json("task"))
          .column(LeaderboardRow::model, json("model"))
          .column(LeaderboardRow::scaffold, json("scaffold"))
          .column(LeaderboardRow::effort, json("effort"))
          .column(LeaderboardRow::problems, json("problems"))
          .column(LeaderboardRow::attempts, json("attempts"))
          .column(LeaderboardRow::scored, json("scored"))
          .column(LeaderboardRow::excluded, json("excluded"))
          .column(LeaderboardRow::excludedInfrastructure, json("excluded_infrastructure"))
          .column(LeaderboardRow::excludedTimeout, json("excluded_timeout"))
          .column(LeaderboardRow::excludedUnjudged, json("excluded_unjudged"))
          .column(LeaderboardRow::excludedShare, json("excluded_share"))
          .column(LeaderboardRow::success, json("success"))
          .column(LeaderboardRow::ciLow, json("ci_low"))
          .column(LeaderboardRow::ciHigh, json("ci_high"))
          .column(LeaderboardRow::promptTokens, json("prompt_tokens"))
          .column(LeaderboardRow::completionTokens, json("completion_tokens"))
          .column(LeaderboardRow::deviceSeconds, json("device_seconds"))
          .column(LeaderboardRow::dollars, json("dollars"))
          .column(LeaderboardRow::dollarsBasis, json("dollars_basis"))
          .column(LeaderboardRow::tokensPerRollout, json("tokens_per_rollout"))
          .column(LeaderboardRow::secondsPerRollout, json("seconds_per_rollout"))
          .column(LeaderboardRow::dollarsPerRollout, json("dollars_per_rollout"))
          .column(LeaderboardRow::medianSeconds, json("median_seconds"))
          .column(LeaderboardRow::p90Seconds, json("p90_seconds"))
          .column(LeaderboardRow::tokensFrontier, json("tokens_frontier"))
          .column(LeaderboardRow::tokensHull, json("tokens_hull"))
          .column(LeaderboardRow::secondsFrontier, json("seconds_frontier"))
          .column(LeaderboardRow::secondsHull, json("seconds_hull"))
          .column(LeaderboardRow::dollarsFrontier, json("dollars_frontier"))
          .column(LeaderboardRow::dollarsHull, json("dollars_hull"));

  private static final Columns<AgentUnionRow> BEST =
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
              page("Scaffold"));

  /** With the setting of effort, for programs and where there is one. */
  public static final Columns<AgentUnionRow> UNIONS =
      BEST.column(
          AgentUnionRow::bestEffort, json("best_effort"), text("its effort"), page("Effort"));

  private AgentColumns() {}

  /** Settings of effort are shown where there are any. */
  private static Columns<LeaderboardRow> names(List<LeaderboardRow> rows) {
    return rows.stream().anyMatch(row -> row.effort() != null) ? NAMES_AND_EFFORT : NAMES;
  }

  /** What all agents of a task solve. */
  public static Columns<AgentUnionRow> unions(List<AgentUnionRow> rows) {
    return rows.stream().anyMatch(row -> row.bestEffort() != null) ? UNIONS : BEST;
  }

  /** Success, cost and frontiers. */
  public static Columns<LeaderboardRow> costs(List<LeaderboardRow> rows) {
    return names(rows)
        .column(
            LeaderboardRow::success,
            text("success", "%.3f"),
            page("Success, %", Figures::percentNumber))
        .column(LeaderboardRow::ciLow, text("low", "%.3f"))
        .column(LeaderboardRow::ciHigh, text("high", "%.3f"))
        .interval(
            "95\u202f% interval",
            LeaderboardRow::ciLow, LeaderboardRow::ciHigh, Figures::percentNumber)
        .column(
            LeaderboardRow::tokensPerRollout,
            text("tokens each", "%,.1f"),
            page("Tokens a rollout", value -> Figures.format("%,.1f", value)))
        .column(
            row -> frontier(row.tokensFrontier(), row.tokensHull()), text(""), label("Frontier"))
        .column(
            LeaderboardRow::secondsPerRollout,
            text("seconds each", "%,.4f"),
            page("Seconds a rollout", value -> Figures.format("%,.4g", value)))
        .column(
            row -> frontier(row.secondsFrontier(), row.secondsHull()), text(""), label("Frontier"))
        .column(
            LeaderboardRow::dollarsPerRollout,
            text("dollars each", "%,.6f"),
            page("Dollars a rollout", value -> Figures.format("%,.4g", value)))
        .column(
            row -> frontier(row.dollarsFrontier(), row.dollarsHull()), text(""), label("Frontier"))
        .column(LeaderboardRow::dollars, text("dollars", "%,.4f"));
  }

  /** How many there were, what was excluded, and latency. */
  public static Columns<LeaderboardRow> rollouts(List<LeaderboardRow> rows) {
    return names(rows)
        .column(LeaderboardRow::problems, text("problems", "%,d"), count("Problems"))
        .column(LeaderboardRow::attempts, text("rollouts", "%,d"), count("Rollouts"))
        .column(LeaderboardRow::scored, text("scored", "%,d"), count("Scored"))
        .column(
            LeaderboardRow::excludedShare,
            text("excluded", "%.3f"),
            page("Excluded, %", Figures::percentNumber))
        .column(
            LeaderboardRow::excludedInfrastructure,
            text("by machine", "%,d"),
            count("By the machine"))
        .column(LeaderboardRow::excludedTimeout, text("by time", "%,d"), count("By time"))
        .column(LeaderboardRow::excludedUnjudged, text("not judged", "%,d"), count("Not judged"))
        .column(
            LeaderboardRow::medianSeconds,
            text("median s", "%,.4f"),
            page("Median, s", value -> Figures.format("%,.4g", value)))
        .column(
            LeaderboardRow::p90Seconds,
            text("p90 s", "%,.4f"),
            page("p90, s", value -> Figures.format("%,.4g", value)));
  }

  private static String frontier(Boolean free, Boolean hull) {
    if (free == null) {
      return "–";
    }
    return hull ? "hull" : free ? "frontier" : "";
  }
}
