package org.galton.study.play;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.galton.environment.team.Role;
import org.galton.environment.team.TeamPlay;
import org.galton.environment.team.TeamTurn;
import org.galton.study.play.row.RolloutPlace;
import org.galton.study.play.row.TurnRow;
import org.galton.task.Verdict;

/** The turns of a team: what it was asked, and a row a role and turn. */
final class TeamRows {
  private TeamRows() {}

  /**
   * @param verdict on the generator's answer, which ends the last row
   */
  static Stream<TurnRow> of(
      String runId, RolloutPlace rollout, String environment, TeamPlay work, Verdict verdict) {
    List<TurnRow> rows = new ArrayList<>();
    rows.add(
        new TurnRow(
            runId,
            rollout,
            environment,
            0,
            TurnRow.ENVIRONMENT,
            null,
            null,
            null,
            null,
            work.query().text(),
            0,
            null,
            false,
            false,
            false,
            false));
    for (TeamTurn turn : work.played()) {
      boolean isAnswer = turn.role() == Role.GENERATOR;
      boolean isTool = turn.role() == Role.TOOL;
      rows.add(
          new TurnRow(
              runId,
              rollout,
              environment,
              turn.turn(),
              turn.role().key(),
              action(turn, verdict),
              text(turn.tool()),
              text(turn.argument()),
              isTool ? turn.failed() : null,
              isTool ? turn.answer() : "",
              isAnswer ? verdict.reward() : 0,
              TurnJob.known(turn.tokens()).orElse(null),
              isAnswer && work.stopped(),
              isAnswer && !work.stopped(),
              isAnswer ? verdict.answer().isEmpty() : turn.misread(),
              isAnswer && verdict.correct()));
    }
    return rows.stream();
  }

  private static String action(TeamTurn turn, Verdict verdict) {
    return switch (turn.role()) {
      case GENERATOR -> text(verdict.answer());
      case TOOL -> null;
      case PLANNER, EXECUTOR, VERIFIER -> turn.misread() ? null : turn.action();
    };
  }

  private static String text(String text) {
    return text.isEmpty() ? null : text;
  }
}
