package org.galton.study.allocation.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import org.galton.numerics.Optionals;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.study.allocation.row.AllocationRow;
import org.galton.study.allocation.row.AllocationRuleRow;

/**
 * How a budget of rollouts is divided.
 *
 * @param most prompts that get most
 */
public record AllocationSection(List<AllocationRuleRow> rules, List<AllocationRow> most)
    implements StudySection {

  public static final Columns<AllocationRuleRow> RULES =
      Columns.<AllocationRuleRow>of()
          .column(AllocationRuleRow::rule, json("rule"), text("rule"), label("Rule"))
          .column(AllocationRuleRow::chosen, json("chosen"))
          .column(
              AllocationRuleRow::value,
              json("value"),
              text("value", "%.6f"),
              page("Value", Figures::fineBits))
          .column(
              AllocationRuleRow::expectedToTeach,
              json("expected_to_teach"),
              text("prompts with a gradient", "%.2f"),
              page("Prompts with a gradient, expected", Figures::decimal))
          .column(
              AllocationRuleRow::toActive,
              json("to_active"),
              text("to active", "%,d"),
              count("To active"))
          .column(
              AllocationRuleRow::toUnsolved,
              json("to_unsolved"),
              text("to unsolved", "%,d"),
              count("To unsolved"))
          .column(
              AllocationRuleRow::toSolved,
              json("to_solved"),
              text("to solved", "%,d"),
              count("To solved"))
          .column(
              AllocationRuleRow::toUnknown,
              json("to_unknown"),
              text("to unknown", "%,d"),
              count("To unknown"))
          .column(
              AllocationRuleRow::most,
              json("most"),
              text("most of one", "%,d"),
              count("Most of one"))
          .column(
              AllocationRuleRow::unallocated,
              json("unallocated"),
              text("left over", "%,d"),
              count("Left over"));

  public static final Columns<AllocationRow> PROMPTS =
      Columns.<AllocationRow>of()
          .column(AllocationRow::prompt, json("prompt"), text("prompt"), page("Prompt"))
          .column(AllocationRow::taskClass, json("task_class"), text("class"), label("Class"))
          .column(AllocationRow::correct, json("correct"), text("right", "%,d"), count("Right"))
          .column(AllocationRow::seen, json("seen"), text("of", "%,d"), count("Of"))
          .column(AllocationRow::successRate, json("success_rate"))
          .column(
              AllocationRow::posteriorMean,
              json("posterior_mean"),
              text("posterior", "%.4f"),
              page("Posterior mean", Figures::percent))
          .column(AllocationRow::rollouts, json("rollouts"), text("gets", "%,d"), count("Gets"))
          .column(AllocationRow::uniform, json("uniform"), text("uniform", "%,d"), count("Uniform"))
          .column(AllocationRow::value, json("value"), text("value", "%.6f"))
          .column(
              row -> Optionals.orNull(row.chance()),
              json("chance"),
              text("chance of a gradient", "%.4f"),
              page("Chance of a gradient", Figures::percent))
          .column(row -> row.retired().orElse(null), json("retired"));

  public FigureTable ruleTable() {
    return RULES.table("What each rule makes of the budget", rules);
  }

  public FigureTable promptTable() {
    return PROMPTS.table("Prompts that get most", most);
  }
}
