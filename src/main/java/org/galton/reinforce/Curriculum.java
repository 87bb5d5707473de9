package org.galton.reinforce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.galton.model.Uniforms;
import org.galton.reinforce.budget.PromptTallies;
import org.galton.reinforce.budget.TrainingBudget;
import org.galton.reinforce.tree.SearchedGroup;
import org.galton.reward.filter.PromptRetirement;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Tally;
import org.galton.sweep.TaskSpec;
import org.galton.task.Prompt;

/**
 * Which prompts come next, with how many rollouts. The pool is gone through epoch by epoch, each in
 * an order of its own. Remembers of every prompt how many rollouts were drawn and judged right, so
 * that a prompt that comes again gets rollouts of other numbers.
 */
final class Curriculum {
  private final List<PooledPrompt> pool = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<PromptRetirement> retirements;
  private final long seed;
  private final TrainingBudget budget;
  private final PromptTallies tallies;
  private long taken;
  private long epoch = -1;
  private int[] order;

  /**
   * A prompt that is trained on.
   *
   * @param number its place in the pool, from 0
   * @param task number of its task in the spec
   */
  private record PooledPrompt(int number, int task, Prompt prompt) {}

  /**
   * @param retirements by any of which a prompt is drawn no more
   * @param budget divides the rollouts of prompts that are taken together
   */
  Curriculum(
      List<TaskSpec> tasks, List<PromptRetirement> retirements, TrainingBudget budget, long seed) {
    this.retirements = List.copyOf(retirements);
    this.budget = budget;
    this.seed = seed;
    for (int task = 0; task < tasks.size(); task++) {
      TaskSpec spec = tasks.get(task);
      List<Prompt> prompts = spec.task().prompts(spec.split(), spec.prompts(), seed);
      if (prompts.isEmpty()) {
        throw new InvalidInput(
            "Cannot train on task %s: it has no training prompts".formatted(spec.task().name()));
      }
      for (Prompt prompt : prompts) {
        numbers.put(prompt.id(), pool.size());
        pool.add(new PooledPrompt(pool.size(), task, prompt));
      }
    }
    this.tallies = new PromptTallies(pool.size());
  }

  /** The prompts of a task. */
  List<Prompt> prompts(int task) {
    return pool.stream().filter(one -> one.task() == task).map(PooledPrompt::prompt).toList();
  }

  /**
   * Takes the next prompts; fewer where too many are retired.
   *
   * @param rollouts of a prompt in the mean
   * @param without ids of prompts that the step has already; an epoch may end within a step
   */
  List<AskedPrompt> next(int count, int rollouts, Set<String> without) {
    List<PooledPrompt> chosen = choose(count, without);
    int[] shares =
        budget.divide(chosen.stream().map(one -> tallies.last(one.number())).toList(), rollouts);
    List<AskedPrompt> asked = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      PooledPrompt one = chosen.get(i);
      int from = tallies.drawn(one.number());
      asked.add(new AskedPrompt(one.task(), one.prompt(), from, from + shares[i]));
    }
    return asked;
  }

  private List<PooledPrompt> choose(int count, Set<String> without) {
    List<PooledPrompt> chosen = new ArrayList<>();
    Set<String> used = new HashSet<>(without);
    for (int looked = 0; chosen.size() < count && looked < 2 * pool.size(); looked++) {
      PooledPrompt next = pool.get(order(taken / pool.size())[(int) (taken % pool.size())]);
      taken++;
      if (!isRetired(next.number()) && used.add(next.prompt().id())) {
        chosen.add(next);
      }
    }
    return chosen;
  }

  private boolean isRetired(int number) {
    Tally all = tallies.all(number);
    return retirements.stream()
        .anyMatch(retirement -> retirement.retires(all.rollouts(), all.correct()));
  }

  /** Prompts that are drawn no more. */
  int retired() {
    return (int) pool.stream().filter(one -> isRetired(one.number())).count();
  }

  private int[] order(long wanted) {
    if (wanted != epoch) {
      epoch = wanted;
      long mixed = Uniforms.seed(seed, wanted);
      order =
          IntStream.range(0, pool.size())
              .boxed()
              .sorted(Comparator.comparingLong((Integer i) -> Uniforms.seed(mixed, i)))
              .mapToInt(i -> i)
              .toArray();
    }
    return order;
  }

  /** Share of right rollouts of a prompt so far. */
  OptionalDouble passRate(String promptId) {
    Tally all = tallies.all(numbers.get(promptId));
    return all.rollouts() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) all.correct() / all.rollouts());
  }

  /** The success rate by which a prompt gets its rollouts; empty where it is unknown. */
  OptionalDouble successRate(String promptId) {
    return budget.rate(tallies.last(numbers.get(promptId)));
  }

  void remember(DrawnGroup group) {
    int number = numbers.get(group.asked().prompt().id());
    tallies.remember(
        number,
        group.search().map(SearchedGroup::numbers).orElse(group.asked().rollouts()),
        group.search().map(SearchedGroup::plain).orElse(group.tally()));
  }

  void remember(AskedPrompt asked, int verdicts, int right) {
    tallies.remember(
        numbers.get(asked.prompt().id()), asked.rollouts(), new Tally(verdicts, right));
  }

  /** All that {@link #restore} needs. */
  long[] state() {
    return LongStream.concat(LongStream.of(taken), LongStream.of(tallies.state())).toArray();
  }

  void restore(long[] state) {
    taken = state[0];
    tallies.restore(Arrays.copyOfRange(state, 1, state.length));
  }
}
