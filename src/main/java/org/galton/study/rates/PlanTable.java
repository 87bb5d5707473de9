package org.galton.study.rates;

import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.text;
import static org.galton.report.Figures.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.galton.console.TextTable;
import org.galton.job.figure.PromptsNeeded;
import org.galton.job.figure.RolloutPlan;
import org.galton.report.Columns;
import org.galton.statistics.mass.UndrawnMass;
import org.galton.statistics.rate.BetaBinomialFit;
import org.galton.statistics.rate.VarianceComponents;

/** What more prompts or more rollouts would buy, for the terminal. */
public final class PlanTable {
  private static final int[] TIMES = {1, 2, 4, 8};
  private static final double NORMAL_95 = 1.959963984540054;

  static final Columns<UndrawnMass> UNDRAWN =
      Columns.<UndrawnMass>of()
          .column(UndrawnMass::rollouts, text("rollouts", "%,d"))
          .column(
              UndrawnMass::worstProbability,
              json("riskiest_probability"),
              text("riskiest probability", "%.6f"))
          .column(
              UndrawnMass::worstSquare,
              json("squares_of_one"),
              text("undrawn p² of one answer", "%.3g"))
          .column(
              left -> left.squaresBound(1),
              json("squares_at_most"),
              text("of all, at most", "%.3g"));

  private static final Columns<PromptsNeeded> NEEDED =
      Columns.<PromptsNeeded>of()
          .column(PromptsNeeded::difference, text("difference of pass@1", "%.2f"))
          .column(PromptsNeeded::alike, text("prompts, same ones hard", "%,.0f"))
          .column(PromptsNeeded::unrelated, text("prompts, unrelated", "%,.0f"));

  private PlanTable() {}

  public static String of(RolloutPlan plan) {
    StringBuilder text = new StringBuilder();
    plan.components()
        .ifPresentOrElse(
            parts -> append(text, plan, parts),
            () ->
                text.append(
                    "No plan: fewer than two prompts have two rollouts, so nothing tells how they"
                        + " vary.\n"));
    plan.undrawnCorrect()
        .ifPresent(
            mass ->
                text.append(
                    "Right answers never drawn hold %s of the probability (Good-Turing, mean over prompts).%n"
                        .formatted(share(mass))));
    append(text, plan, plan.fit());
    text.append(undrawn(plan));
    return text.toString();
  }

  private static void append(StringBuilder text, RolloutPlan plan, VarianceComponents parts) {
    List<String> headings = new ArrayList<>(List.of("half of the 95 % interval of pass@1"));
    for (int times : TIMES) {
      headings.add(format("%,d rollouts", times * plan.rollouts()));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int more : TIMES) {
      List<String> row = new ArrayList<>();
      row.add(format("%,d prompts", more * plan.prompts()));
      for (int times : TIMES) {
        double error = parts.predictedStandardError(more * plan.prompts(), times * plan.rollouts());
        row.add(format("%.4f", NORMAL_95 * error));
      }
      rows.add(row);
    }
    text.append(TextTable.of(headings, rows));
    text.append(
        format(
            "Variance between prompts %.5f, of one rollout within its prompt %.5f.%n",
            parts.between(), parts.within()));
    plan.shareOfRollouts()
        .ifPresent(
            share ->
                text.append(
                    "More rollouts of the same prompts could remove %s of the squared error; the rest takes more prompts.%n"
                        .formatted(share(share))));
    text.append(TextTable.of(NEEDED, plan.promptsNeeded()));
    plan.detectable()
        .ifPresent(
            found ->
                text.append(
                    format(
                        "These %,d prompts show a difference of %.4f where two systems find the same"
                            + " prompts hard, of %.4f where not (significance 0.05, power 0.8).%n",
                        plan.prompts(), found.alike(), found.unrelated())));
  }

  private static String undrawn(RolloutPlan plan) {
    List<UndrawnMass> left =
        Arrays.stream(TIMES).mapToObj(times -> new UndrawnMass(times * plan.rollouts())).toList();
    return TextTable.of(UNDRAWN, left)
        + "An answer of the riskiest probability adds most to the undrawn squared mass, which can"
        + " turn a policy-gradient step against right answers (BroRL).\n";
  }

  private static void append(StringBuilder text, RolloutPlan plan, BetaBinomialFit fit) {
    if (fit instanceof BetaBinomialFit.NotIdentifiable none) {
      text.append("No extrapolation of pass@k: ").append(none.reason()).append(".\n");
    } else if (fit instanceof BetaBinomialFit.Fitted fitted) {
      String figures =
          Arrays.stream(TIMES)
              .map(times -> times * plan.rollouts())
              .mapToObj(k -> format("pass@%d %.4f", k, fitted.rates().passAtK(k)))
              .collect(Collectors.joining(", "));
      text.append(
          "Extrapolated by a beta-binomial fit: %s.%nPrompts never solved: %s; where some are impossible the fit promises too much.%n"
              .formatted(figures, share(fitted.unsolvedShare())));
    }
  }

  private static String share(double part) {
    return format("%.2f %%", 100 * part);
  }
}
