package org.galton.study.allocation.view;

import java.util.Comparator;
import java.util.List;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.study.allocation.row.AllocationRow;
import org.galton.study.allocation.row.AllocationRuleRow;
import org.galton.table.RunRow;

/** The page of how a budget of rollouts is divided. */
public final class AllocationPage {
  private static final int SHOWN = 50;
  private static final String UNIFORM = "uniform";

  private AllocationPage() {}

  public static StudyPage of(
      RunRow run, List<AllocationRuleRow> rules, List<AllocationRow> prompts) {
    List<AllocationRow> most =
        prompts.stream()
            .sorted(
                Comparator.comparingInt(AllocationRow::rollouts)
                    .reversed()
                    .thenComparing(AllocationRow::prompt))
            .limit(SHOWN)
            .toList();
    return StudyPage.of(
        "allocate", run, finding(rules), List.of(), List.of(new AllocationSection(rules, most)));
  }

  private static String finding(List<AllocationRuleRow> rules) {
    AllocationRuleRow chosen =
        rules.stream().filter(AllocationRuleRow::chosen).findFirst().orElseThrow();
    AllocationRuleRow uniform =
        rules.stream().filter(row -> row.rule().equals(UNIFORM)).findFirst().orElseThrow();
    return "%s rollouts for %s prompts: %s expected to have a gradient, %s if all prompts got the same number."
        .formatted(
            Figures.count(chosen.allocated()),
            Figures.count(chosen.prompts()),
            Figures.decimal(chosen.expectedToTeach()),
            Figures.decimal(uniform.expectedToTeach()));
  }
}
