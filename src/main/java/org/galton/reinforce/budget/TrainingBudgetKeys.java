package org.galton.reinforce.budget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.reward.budget.KnapsackRule;
import org.galton.reward.budget.RolloutBounds;
import org.galton.reward.budget.UniformRule;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** {@link TrainingBudget} as specs write it: a rule's name, or a mapping with its settings. */
public final class TrainingBudgetKeys {
  private static final String UNIFORM = new UniformRule().name();
  private static final String KNAPSACK = KnapsackRule.withDefaults().name();
  private static final ValueType<String> RULE = ValueType.word(List.of(UNIFORM, KNAPSACK));
  private static final String PER_PROMPT = "per_prompt";
  private static final int MOST_ROLLOUTS = 65_536;

  private TrainingBudgetKeys() {}

  /**
   * Reads the key {@code budget}.
   *
   * @param section of the whole spec
   * @param prompts of a step
   * @param mean rollouts of a prompt
   */
  public static TrainingBudget read(Section section, int prompts, int mean) {
    return section.valueOrSection(
        "budget",
        word(prompts, mean),
        own -> mapping(own, prompts, mean),
        TrainingBudget.uniform());
  }

  private static ValueType<TrainingBudget> word(int prompts, int mean) {
    ValueType<TrainingBudget> named =
        new ValueType<>(
            RULE.expected(),
            TrainingBudget.uniform(),
            RULE.words(),
            text ->
                RULE.parse()
                    .apply(text)
                    .map(
                        rule ->
                            rule.equals(UNIFORM)
                                ? TrainingBudget.uniform()
                                : TrainingBudget.knapsack()));
    return named.checked(
        budget ->
            misfit(budget, prompts, mean)
                .ifPresent(
                    problem -> {
                      throw new IllegalArgumentException(problem);
                    }));
  }

  private static TrainingBudget mapping(Section own, int prompts, int mean) {
    if (own.value("rule", RULE).equals(UNIFORM)) {
      return TrainingBudget.uniform();
    }
    RolloutBounds usual = TrainingBudget.knapsack().bounds();
    List<Integer> ends =
        own.list(
            PER_PROMPT, ValueType.integer(1, MOST_ROLLOUTS), List.of(usual.low(), usual.high()));
    RateSource rates =
        own.value("p_hat", ValueType.constant(RateSource.class), RateSource.LAST_EPOCH);
    if (ends.size() != 2 || ends.get(0) > ends.get(1)) {
      own.problem(
          PER_PROMPT,
          "'per_prompt' is %s: expected the fewest and the most rollouts of a prompt, such as [2, 64]"
              .formatted(ends));
      return null;
    }
    TrainingBudget read =
        new TrainingBudget(
            KnapsackRule.withDefaults(), new RolloutBounds(ends.get(0), ends.get(1)), rates);
    misfit(read, prompts, mean)
        .ifPresent(problem -> own.problem(own.has(PER_PROMPT) ? PER_PROMPT : "rule", problem));
    return read;
  }

  /** Every prompt must get the fewest, and every rollout must find a prompt. */
  private static Optional<String> misfit(TrainingBudget budget, int prompts, int mean) {
    RolloutBounds bounds = budget.bounds();
    if (mean >= bounds.low() && mean <= bounds.high()) {
      return Optional.empty();
    }
    boolean tooFew = mean < bounds.low();
    int end = tooFew ? bounds.low() : bounds.high();
    return Optional.of(
        "'budget' divides %d rollouts, %d for each of %d prompts in the mean: expected at %s %d, %d for each; change 'rollouts' or 'per_prompt'"
            .formatted(
                Math.multiplyFull(prompts, mean),
                mean,
                prompts,
                tooFew ? "least" : "most",
                Math.multiplyFull(prompts, end),
                end));
  }

  /** As {@link #read} takes it. */
  public static Object written(TrainingBudget budget) {
    if (!(budget.rule() instanceof KnapsackRule)) {
      return UNIFORM;
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("rule", KNAPSACK);
    keys.put(PER_PROMPT, List.of(budget.bounds().low(), budget.bounds().high()));
    keys.put("p_hat", ValueType.written(budget.rates()));
    return keys;
  }
}
