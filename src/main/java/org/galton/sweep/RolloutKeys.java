package org.galton.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.galton.reward.budget.AllocationRule;
import org.galton.reward.budget.KnapsackRule;
import org.galton.reward.budget.StagedBudget;
import org.galton.reward.budget.UniformRule;
import org.galton.reward.budget.VarianceRule;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.Walk;

/**
 * {@code rollouts} as specs write it: a number for every prompt, or a budget of a pilot and a
 * second stage.
 *
 * @param each rollouts that every prompt has
 */
record RolloutKeys(int each, Optional<StagedBudget> budget) {
  private static final int MOST = 1_000_000;
  private static final ValueType<Integer> NUMBER = ValueType.integer(1, MOST);
  private static final ValueType<Integer> BOUND = ValueType.integer(2, MOST);
  private static final List<AllocationRule> RULES =
      List.of(KnapsackRule.withDefaults(), new VarianceRule(), new UniformRule());

  /** A number for every prompt. */
  static final ValueType<RolloutKeys> EACH =
      new ValueType<>(
          NUMBER.expected(),
          new RolloutKeys(NUMBER.standIn(), Optional.empty()),
          List.of(),
          text ->
              NUMBER.parse().apply(text).map(number -> new RolloutKeys(number, Optional.empty())));

  /**
   * A budget; null where it cannot be one.
   *
   * @param tasks each of which has it under every model and sampling
   */
  static RolloutKeys read(Section section, List<TaskSpec> tasks) {
    long budget = section.value("budget", ValueType.wholeNumber());
    List<Integer> bounds = section.sequence("per_prompt", BOUND);
    String rule =
        section.value("rule", ValueType.word(RULES.stream().map(AllocationRule::name).toList()));
    return section.build(() -> of(section, tasks, new Asked(budget, bounds, rule)));
  }

  private record Asked(long budget, List<Integer> bounds, String rule) {}

  private static RolloutKeys of(Section section, List<TaskSpec> tasks, Asked asked) {
    List<Integer> bounds = asked.bounds();
    if (bounds.size() != 2 || bounds.get(0) >= bounds.get(1)) {
      section.problem(
          "per_prompt",
          ("'per_prompt' is %s: expected two numbers, the rollouts of the pilot and above them the"
                  + " most of a prompt, such as [8, 64]")
              .formatted(bounds));
      // The problem refuses the spec; nobody reads this.
      return new RolloutKeys(1, Optional.empty());
    }
    StagedBudget budget =
        new StagedBudget(asked.budget(), bounds.get(0), bounds.get(1), rule(asked.rule()));
    tasks.forEach(task -> check(section, task, budget));
    return new RolloutKeys(budget.low(), Optional.of(budget));
  }

  private static void check(Section section, TaskSpec task, StagedBudget budget) {
    long least = budget.least(task.prompts());
    long most = budget.most(task.prompts());
    if (budget.rollouts() < least || budget.rollouts() > most) {
      section.problem(
          "budget",
          String.format(
              Locale.ROOT,
              "'budget' is %,d: expected from %,d to %,d rollouts of each model and sampling for"
                  + " task '%s', each of its %,d prompts with a pilot of %,d, one more, and at most"
                  + " %,d",
              budget.rollouts(),
              least,
              most,
              task.task().name(),
              task.prompts(),
              budget.low(),
              budget.high()));
    }
    if (task.task() instanceof Walk) {
      section.problem(
          ("a budget goes by right and wrong answers, and walks of task '%s' have none: expected"
                  + " 'rollouts' to be a number")
              .formatted(task.task().name()));
    }
  }

  private static AllocationRule rule(String name) {
    return RULES.stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
  }

  static Map<String, Object> written(StagedBudget budget) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("budget", budget.rollouts());
    keys.put("per_prompt", List.of(budget.low(), budget.high()));
    keys.put("rule", budget.rule().name());
    return keys;
  }
}
