package org.galton.study.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.SparkSession;
import org.galton.job.monitoring.RunMark;
import org.galton.job.run.RunName;
import org.galton.reward.budget.Allocation;
import org.galton.reward.budget.AllocationRule;
import org.galton.reward.budget.GroupSignal;
import org.galton.reward.budget.KnapsackRule;
import org.galton.reward.budget.SuccessRates;
import org.galton.reward.budget.TaskClass;
import org.galton.reward.budget.TaskValue;
import org.galton.reward.budget.UniformRule;
import org.galton.reward.filter.PromptRetirement;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Tally;
import org.galton.study.allocation.row.AllocationRow;
import org.galton.study.allocation.row.AllocationRuleRow;

/** Divides a budget of rollouts among the prompts of a file, by what their rollouts were so far. */
final class AllocateJob {
  /** {@link KnapsackRule#ofHighestValue} in the tables. */
  static final String HIGHEST_VALUE = "highest_value";

  private final SparkSession spark;

  AllocateJob(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * @throws InvalidInput when the input cannot be read, or the budget is too small for it
   */
  AllocateResult run(AllocateRequest request, RunName run) {
    RunMark.set(spark.sparkContext(), run.runId());
    List<SeenPrompt> all = new ArrayList<>();
    GivenCounts.read(spark, request.input(), request.model())
        .forEach(
            (name, counts) ->
                all.add(new SeenPrompt(name, counts.tally(), retiring(request, counts))));
    List<SeenPrompt> drawn = all.stream().filter(prompt -> prompt.retired().isEmpty()).toList();
    if (drawn.isEmpty()) {
      throw new InvalidInput(
          "Cannot divide the budget: --retire takes out all of %d prompts; expected one that is left"
              .formatted(all.size()));
    }
    SuccessRates rates =
        request.rates().of(drawn.stream().map(SeenPrompt::tally).toArray(Tally[]::new));
    Map<String, Allocation> byRule = new LinkedHashMap<>();
    List<AllocationRuleRow> rules = new ArrayList<>();
    rules(request.rule())
        .forEach(
            (name, rule) -> {
              Allocation found = rule.allocate(rates, request.bounds(), request.budget());
              byRule.put(name, found);
              boolean chosen = rules.isEmpty();
              rules.add(summary(run.runId(), name, chosen, request.budget(), found, rates));
            });
    Allocation chosen = byRule.values().iterator().next();
    Allocation uniform = byRule.get(new UniformRule().name());
    return new AllocateResult(request, rules, rows(run.runId(), all, rates, chosen, uniform));
  }

  /** The chosen one first. */
  private static Map<String, AllocationRule> rules(AllocationRule chosen) {
    Map<String, AllocationRule> rules = new LinkedHashMap<>();
    KnapsackRule highest = KnapsackRule.ofHighestValue();
    rules.put(chosen.equals(highest) ? HIGHEST_VALUE : chosen.name(), chosen);
    rules.putIfAbsent(HIGHEST_VALUE, highest);
    rules.putIfAbsent(new UniformRule().name(), new UniformRule());
    return rules;
  }

  private static Optional<String> retiring(AllocateRequest request, PromptCounts counts) {
    return request.retirements().stream()
        .filter(rule -> rule.retires(counts.rollouts(), counts.correct()))
        .map(PromptRetirement::name)
        .findFirst();
  }

  private static AllocationRuleRow summary(
      String runId,
      String name,
      boolean chosen,
      long budget,
      Allocation allocation,
      SuccessRates rates) {
    long[] byClass = new long[TaskClass.values().length];
    for (int i = 0; i < rates.size(); i++) {
      byClass[rates.taskClass(i).ordinal()] += allocation.rollouts()[i];
    }
    return new AllocationRuleRow(
        runId,
        name,
        chosen,
        budget,
        allocation.total(),
        allocation.unallocated(),
        rates.size(),
        byClass[TaskClass.ACTIVE.ordinal()],
        byClass[TaskClass.UNSOLVED.ordinal()],
        byClass[TaskClass.SOLVED.ordinal()],
        byClass[TaskClass.UNKNOWN.ordinal()],
        Arrays.stream(allocation.rollouts()).max().orElse(0),
        allocation.value(rates),
        allocation.expectedToTeach(rates));
  }

  private static List<AllocationRow> rows(
      String runId,
      List<SeenPrompt> all,
      SuccessRates rates,
      Allocation chosen,
      Allocation uniform) {
    List<AllocationRow> rows = new ArrayList<>(all.size());
    int drawn = 0;
    for (SeenPrompt prompt : all) {
      if (prompt.retired().isPresent()) {
        rows.add(row(runId, prompt, prompt.observedClass(), OptionalDouble.empty(), 0, 0));
      } else {
        rows.add(
            row(
                runId,
                prompt,
                rates.taskClass(drawn),
                rates.rate(drawn),
                chosen.rollouts()[drawn],
                uniform.rollouts()[drawn]));
        drawn++;
      }
    }
    return rows;
  }

  private static AllocationRow row(
      String runId,
      SeenPrompt prompt,
      TaskClass taskClass,
      OptionalDouble rate,
      int rollouts,
      int uniform) {
    return new AllocationRow(
        runId,
        prompt.name(),
        taskClass.title(),
        prompt.tally().rollouts(),
        prompt.tally().correct(),
        rate,
        SuccessRates.posteriorMean(prompt.tally()),
        rollouts,
        uniform,
        rate.isPresent()
            ? OptionalDouble.of(TaskValue.of(rollouts, rate.getAsDouble()))
            : OptionalDouble.empty(),
        rate.isPresent()
            ? OptionalDouble.of(GroupSignal.chance(rollouts, rate.getAsDouble()))
            : OptionalDouble.empty(),
        prompt.retired());
  }
}
