package org.galton.study.worlds.view;

import java.util.List;
import org.galton.report.StudyPage;
import org.galton.study.worlds.row.WorldHistoryRow;
import org.galton.study.worlds.row.WorldMatchRow;
import org.galton.study.worlds.row.WorldModelRow;
import org.galton.table.RunRow;

/** The page of world models. */
public final class WorldsPage {
  private WorldsPage() {}

  public static StudyPage of(
      RunRow run,
      List<WorldModelRow> models,
      List<WorldHistoryRow> histories,
      List<WorldMatchRow> matches) {
    return StudyPage.of(
        "worlds",
        run,
        finding(models, matches),
        List.of(),
        List.of(new WorldsSection(models, histories, matches)));
  }

  private static String finding(List<WorldModelRow> models, List<WorldMatchRow> matches) {
    long passed = models.stream().filter(row -> row.testsPassed() == row.tests()).count();
    long right = models.stream().filter(row -> row.unseenPassed() == row.unseenTests()).count();
    return "%d of %d programs pass all tests that their author was shown, %d pass all tests of games that it was not shown.%s"
        .formatted(
            passed,
            models.size(),
            right,
            OpponentForfeits.of(matches).map(forfeits -> " " + forfeits.sentence()).orElse(""));
  }
}
