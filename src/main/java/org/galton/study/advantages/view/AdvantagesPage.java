package org.galton.study.advantages.view;

import java.util.List;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.report.VisibleText;
import org.galton.study.advantages.row.AdvantageStepRow;
import org.galton.table.RunRow;

/** The page of advantages of anyone's rollouts. */
public final class AdvantagesPage {
  private static final int SHOWN = 500;

  private AdvantagesPage() {}

  /**
   * @param warnings that the tables do not hold
   */
  public static StudyPage of(RunRow run, List<AdvantageStepRow> steps, List<String> warnings) {
    return StudyPage.of(
        "advantages",
        run,
        finding(steps),
        warnings.stream().map(warning -> VisibleText.line(warning, 400)).toList(),
        List.of(new AdvantagesSection(steps.stream().limit(SHOWN).toList())));
  }

  private static String finding(List<AdvantageStepRow> steps) {
    long prompts = steps.stream().mapToLong(AdvantageStepRow::prompts).sum();
    long kept = steps.stream().mapToLong(AdvantageStepRow::kept).sum();
    return "%s of %s prompts are learned from%s."
        .formatted(
            Figures.count(kept),
            Figures.count(prompts),
            steps.size() == 1 ? "" : ", in %s steps".formatted(Figures.count(steps.size())));
  }
}
