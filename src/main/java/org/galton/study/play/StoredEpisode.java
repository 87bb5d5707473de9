package org.galton.study.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.galton.environment.team.Role;
import org.galton.job.run.RunAddress;
import org.galton.job.run.RunTables;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.spec.InvalidInput;
import org.galton.study.play.row.PlayTables;
import org.galton.study.play.row.RolloutPlace;
import org.galton.study.play.row.TurnRow;
import org.galton.study.play.view.SaidTurn;

/** An episode of a run, as text. */
final class StoredEpisode {
  private static final int LONGEST = 10_000;

  private StoredEpisode() {}

  /**
   * The first episode that is asked for.
   *
   * @param prompt beginning of a prompt's id
   * @param rollout its number; any where it is empty
   * @throws InvalidInput when the run has none
   */
  static String find(String run, String prompt, Optional<Integer> rollout) {
    RunTables tables = RunAddress.parse(run).open(new Configuration());
    List<TurnRow> found = new ArrayList<>();
    tables.forEach(
        PlayTables.TURNS,
        row -> {
          RolloutPlace place = row.rollout();
          if (found.isEmpty()
              ? place.promptId().startsWith(prompt)
                  && rollout.filter(number -> number != place.rolloutIndex()).isEmpty()
              : found.get(0).rollout().equals(place)) {
            found.add(row);
          }
        });
    if (found.isEmpty()) {
      throw new InvalidInput(
          "Cannot show an episode of %s: its run %s has none%s%s; the ids of its prompts are in table turns"
              .formatted(
                  run,
                  tables.run().runId(),
                  prompt.isEmpty() ? "" : " of a prompt " + prompt,
                  rollout.map(number -> " with rollout " + number).orElse("")));
    }
    return text(found);
  }

  private static String text(List<TurnRow> rows) {
    RolloutPlace place = rows.get(0).rollout();
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %s, %s, prompt %s, rollout %d%n"
            .formatted(
                rows.get(0).environment(),
                VisibleText.line(place.model(), 200),
                place.task(),
                place.promptId(),
                place.rolloutIndex()));
    for (TurnRow row : rows) {
      if (row.isAgents()) {
        text.append(
            "%n%d> %s%n"
                .formatted(
                    row.turn(),
                    VisibleText.line(row.action() == null ? "(no action)" : row.action(), 300)));
      } else if (row.isTeams()) {
        text.append(
            "%s%d %s> %s%n"
                .formatted(
                    row.role().equals(Role.PLANNER.key()) ? System.lineSeparator() : "",
                    row.turn(),
                    VisibleText.line(row.role(), 20),
                    VisibleText.line(SaidTurn.of(row), 300)));
      }
      if (!row.observation().isEmpty()) {
        text.append(VisibleText.of(row.observation(), LONGEST)).append(System.lineSeparator());
      }
      if (row.reward() != 0) {
        text.append(Figures.format("reward %.3f%n", row.reward()));
      }
    }
    TurnRow last = rows.get(rows.size() - 1);
    return text.append(System.lineSeparator())
        .append(last.outcome())
        .append(" after %d turns.%n".formatted(last.turn()))
        .toString();
  }
}
