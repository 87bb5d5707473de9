package org.galton.study.playbook.view;

import java.util.List;
import java.util.stream.Collectors;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.study.playbook.row.PlaybookRow;
import org.galton.study.playbook.row.PlaybookScoreRow;
import org.galton.table.RunRow;

/** The page of playbooks. */
public final class PlaybookPage {
  private PlaybookPage() {}

  public static StudyPage of(
      RunRow run, List<PlaybookRow> versions, List<PlaybookScoreRow> scores) {
    return StudyPage.of(
        "playbook",
        run,
        finding(scores),
        List.of(),
        List.of(new PlaybooksSection(versions, scores)));
  }

  private static String finding(List<PlaybookScoreRow> scores) {
    return PlaybooksSection.lastScores(scores).stream()
        .map(
            row ->
                "%s %s"
                    .formatted(
                        row.arm(),
                        row.accuracy() == null
                            ? "without a verdict"
                            : Figures.percent(row.accuracy())
                                + Figures.interval(row.low(), row.high())))
        .collect(Collectors.joining(", ", "Right in the end: ", "."));
  }
}
