package org.galton.study.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.galton.console.TextTable;
import org.galton.job.figure.RolloutPlan;
import org.galton.statistics.mass.UndrawnMass;
import org.galton.statistics.rate.BetaBinomialFit;
import org.galton.statistics.rate.VarianceComponents;

/** What more prompts or more rollouts would buy, for the terminal. */
public final class PlanTable {
  private static final int[] TIMES = {1, 2, 4, 8};
  private static final double NORMAL_95 = 1.959963984540054;

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
      headings.add(String.format(Locale.ROOT, "%,d rollouts", times * plan.rollouts()));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int more : TIMES) {
      List<String> row = new ArrayList<>();
      row.add(String.format(Locale.ROOT, "%,d prompts", more * plan.prompts()));
      for (int times : TIMES) {
        double error = parts.predictedStandardError(more * plan.prompts(), times * plan.rollouts());
        row.add(String.format(Locale.ROOT, "%.4f", NORMAL_95 * error));
      }
      rows.add(row);
    }
    text.append(TextTable.of(headings, rows));
    text.append(
        String.format(
            Locale.ROOT,
            "Variance between prompts %.5f, of one rollout within its prompt %.5f.%n",
            parts.between(),
            parts.within()));
    plan.shareOfRollouts()
        .ifPresent(
            share ->
                text.append(
                    "More rollouts of the same prompts could remove %s of the squared error; the rest takes more prompts.%n"
                        .formatted(share(share))));
    text.append(needed(plan));
    plan.detectable()
        .ifPresent(
            found ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "These %,d prompts show a difference of %.4f where two systems find the same"
                            + " prompts hard, of %.4f where not (significance 0.05, power 0.8).%n",
                        plan.prompts(),
                        found.alike(),
                        found.unrelated())));
  }

  private static TextTable needed(RolloutPlan plan) {
    return TextTable.of(
        List.of("difference of pass@1", "prompts, same ones hard", "prompts, unrelated"),
        plan.promptsNeeded().stream()
            .map(
                needed ->
                    List.of(
                        String.format(Locale.ROOT, "%.2f", needed.difference()),
                        String.format(Locale.ROOT, "%,.0f", needed.alike()),
                        String.format(Locale.ROOT, "%,.0f", needed.unrelated())))
            .toList());
  }

  private static String undrawn(RolloutPlan plan) {
    List<List<String>> rows = new ArrayList<>();
    for (int times : TIMES) {
      UndrawnMass left = new UndrawnMass(times * plan.rollouts());
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%,d", left.rollouts()),
              String.format(Locale.ROOT, "%.6f", left.worstProbability()),
              String.format(Locale.ROOT, "%.3g", left.worstSquare()),
              String.format(Locale.ROOT, "%.3g", left.squaresBound(1))));
    }
    return TextTable.of(
            List.of(
                "rollouts", "riskiest probability", "undrawn p² of one answer", "of all, at most"),
            rows)
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
              .mapToObj(
                  k -> String.format(Locale.ROOT, "pass@%d %.4f", k, fitted.rates().passAtK(k)))
              .collect(Collectors.joining(", "));
      text.append(
          "Extrapolated by a beta-binomial fit: %s.%nPrompts never solved: %s; where some are impossible the fit promises too much.%n"
              .formatted(figures, share(fitted.unsolvedShare())));
    }
  }

  private static String share(double part) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * part);
  }
}
