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
import org.galton.model.Uniforms;
import org.galton.reward.filter.PromptRetirement;
import org.galton.spec.InvalidInput;
import org.galton.sweep.TaskSpec;
import org.galton.task.Prompt;

/**
 * Which prompts come next. The pool is gone through epoch by epoch, each in an order of its own.
 * Remembers of every prompt how many rollouts were drawn and judged right, so that a prompt that
 * comes again gets rollouts of other numbers.
 */
final class Curriculum {
  private static final int PER_PROMPT = 3;

  private final List<PooledPrompt> pool = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<PromptRetirement> retirements;
  private final long seed;
  private final int[] drawn;
  private final int[] scored;
  private final int[] correct;
  private long taken;
  private long epoch = -1;
  private int[] order;

  /**
   * @param retirements by any of which a prompt is drawn no more
   */
  Curriculum(List<TaskSpec> tasks, List<PromptRetirement> retirements, long seed) {
    this.retirements = List.copyOf(retirements);
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
    this.drawn = new int[pool.size()];
    this.scored = new int[pool.size()];
    this.correct = new int[pool.size()];
  }

  /** The prompts of a task. */
  List<Prompt> prompts(int task) {
    return pool.stream().filter(one -> one.task() == task).map(PooledPrompt::prompt).toList();
  }

  /**
   * Takes the next prompts; fewer where too many are retired.
   *
   * @param without ids of prompts that the step has already; an epoch may end within a step
   */
  List<AskedPrompt> next(int count, int rollouts, Set<String> without) {
    List<AskedPrompt> asked = new ArrayList<>();
    Set<String> used = new HashSet<>(without);
    for (int looked = 0; asked.size() < count && looked < 2 * pool.size(); looked++) {
      PooledPrompt next = pool.get(order(taken / pool.size())[(int) (taken % pool.size())]);
      taken++;
      if (!isRetired(next.number()) && used.add(next.prompt().id())) {
        int from = drawn[next.number()];
        asked.add(new AskedPrompt(next.task(), next.prompt(), from, from + rollouts));
      }
    }
    return asked;
  }

  private boolean isRetired(int number) {
    return retirements.stream()
        .anyMatch(retirement -> retirement.retires(scored[number], correct[number]));
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
    int number = numbers.get(promptId);
    return scored[number] == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) correct[number] / scored[number]);
  }

  void remember(DrawnGroup group) {
    remember(group.asked(), group.scored().size(), group.correct());
  }

  void remember(AskedPrompt asked, int verdicts, int right) {
    int number = numbers.get(asked.prompt().id());
    drawn[number] += asked.rollouts();
    scored[number] += verdicts;
    correct[number] += right;
  }

  /** All that {@link #restore} needs. */
  long[] state() {
    long[] state = new long[1 + PER_PROMPT * pool.size()];
    state[0] = taken;
    for (int i = 0; i < pool.size(); i++) {
      state[1 + PER_PROMPT * i] = drawn[i];
      state[2 + PER_PROMPT * i] = scored[i];
      state[3 + PER_PROMPT * i] = correct[i];
    }
    return state;
  }

  void restore(long[] state) {
    taken = state[0];
    long[] counts = Arrays.copyOfRange(state, 1, state.length);
    for (int i = 0; i < pool.size(); i++) {
      drawn[i] = (int) counts[PER_PROMPT * i];
      scored[i] = (int) counts[PER_PROMPT * i + 1];
      correct[i] = (int) counts[PER_PROMPT * i + 2];
    }
  }
}
