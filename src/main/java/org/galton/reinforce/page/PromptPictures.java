package org.galton.reinforce.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.report.Figures;

/** What became of the prompts of {@code training_groups}, and how often they are solved. */
final class PromptPictures {
  /** Outcomes as people read them, in the order of their layers, with their colours. */
  private static final Map<String, List<String>> OUTCOMES = new LinkedHashMap<>();

  static {
    OUTCOMES.put("kept", List.of("kept", "var(--o4)"));
    OUTCOMES.put("all_correct", List.of("all right", "var(--always)"));
    OUTCOMES.put("all_wrong", List.of("all wrong", "var(--never)"));
    OUTCOMES.put("equal_rewards", List.of("equal rewards", "var(--d4)"));
    OUTCOMES.put("surplus", List.of("batch was full", "var(--d2)"));
    OUTCOMES.put("single", List.of("one verdict only", "var(--d3)"));
    OUTCOMES.put("unscored", List.of("no verdict", "var(--d6)"));
  }

  private PromptPictures() {}

  static PictureSection section(List<SpanPrompts> prompts, StepSpans spans) {
    return new PictureSection(
        "prompts",
        "Which prompts it learned from",
        "A prompt whose rollouts are all right or all wrong has nothing to compare and teaches nothing. Too many of them on either side mean that the prompts are too easy or too hard for the policy.",
        pictures(prompts, spans),
        spans.isThinned()
            ? "A column is %d steps on end: of counts it has the mean a step, of success rates all prompts of these steps, of all prompts so far the end of the last. Bands go from the least step to the largest."
                .formatted(spans.each())
            : "",
        List.of());
  }

  private static List<StepPicture> pictures(List<SpanPrompts> prompts, StepSpans spans) {
    StepStack<SpanPrompts> drawn =
        solved(
            "Prompts of the step by success rate",
            "share of the prompts drawn",
            prompts,
            SpanPrompts::drawn,
            "Success rate: right over scored rollouts of the step. The table has the numbers of prompts.");
    StepStack<SpanPrompts> seen =
        solved(
            "All prompts so far by success rate",
            "share of the prompts seen so far",
            prompts,
            SpanPrompts::seen,
            "Success rate over all rollouts of the prompt so far, those of older policies too: it is what the filters no_positive_resampling and hopeless go by. The table has the numbers of prompts.");
    return Stream.concat(
            Stream.of(
                outcomes(prompts).figures(spans),
                drawn.shares(spans),
                seen.shares(spans),
                effective(spans)),
            budget(spans).stream())
        .toList();
  }

  private static StepPicture effective(StepSpans spans) {
    return new StepLines(
            "Prompts that could teach",
            "share of the prompts drawn",
            StepPicture.Scale.SHARE,
            List.of(
                new StepLine("of those drawn", row -> row.budget().mixedShare(), Figures::percent),
                new StepLine(
                    "of 16 rollouts",
                    row -> row.rollouts().effectiveGradientShare(),
                    Figures::percent)),
            List.of(),
            "Prompts with right and with wrong rollouts: among the rollouts drawn, and the chance of it among 16, estimated from them, so that other numbers of rollouts compare.")
        .over(spans);
  }

  /** Where a budget divides them unevenly. */
  private static Optional<StepPicture> budget(StepSpans spans) {
    return spans.spans().stream()
            .flatMap(span -> span.steps().stream())
            .map(TrainingStepRow::budget)
            .allMatch(budget -> budget.fewestRollouts().equals(budget.mostRollouts()))
        ? Optional.empty()
        : Optional.of(
            new StepLines(
                    "Rollouts of a prompt",
                    "rollouts",
                    StepPicture.Scale.PLAIN,
                    List.of(
                        new StepLine(
                            "fewest",
                            row -> number(row.budget().fewestRollouts()),
                            StepStack::count),
                        new StepLine(
                            "most", row -> number(row.budget().mostRollouts()), StepStack::count)),
                    List.of(),
                    "The budget of the spec gives more of them to some prompts than to others.")
                .over(spans));
  }

  private static OptionalDouble number(OptionalInt count) {
    return count.isPresent() ? OptionalDouble.of(count.getAsInt()) : OptionalDouble.empty();
  }

  private static StepStack<SpanPrompts> outcomes(List<SpanPrompts> prompts) {
    List<StepStack.Layer<SpanPrompts>> layers =
        OUTCOMES.entrySet().stream()
            .filter(outcome -> outcome.getKey().equals("kept") || occurs(outcome.getKey(), prompts))
            .map(
                outcome ->
                    new StepStack.Layer<SpanPrompts>(
                        outcome.getValue().get(0),
                        outcome.getValue().get(1),
                        (span, row) ->
                            row.drawnAs(outcome.getKey()) / (double) span.steps().size()))
            .toList();
    return new StepStack<>(
        "Prompts kept and dropped", "prompts of a step", layers, prompts, StepStack::count, "");
  }

  private static boolean occurs(String outcome, List<SpanPrompts> prompts) {
    return prompts.stream().anyMatch(span -> span.drawnAs(outcome) > 0);
  }

  private static StepStack<SpanPrompts> solved(
      String title,
      String axis,
      List<SpanPrompts> prompts,
      Function<SpanPrompts, Map<SolvedShare, Integer>> counts,
      String note) {
    return new StepStack<>(
        title,
        axis,
        Arrays.stream(SolvedShare.values())
            .map(
                share ->
                    new StepStack.Layer<SpanPrompts>(
                        share.words(), share.colour(), (span, row) -> counts.apply(row).get(share)))
            .toList(),
        prompts,
        StepStack::count,
        note);
  }
}
