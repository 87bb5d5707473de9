package org.galton.reinforce.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.galton.model.Request;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.row.TrainingSolutionRow;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;
import org.galton.table.store.Partition;
import org.galton.table.store.RolloutKey;

/** Remembered solutions in the places of rollouts. */
public final class RememberedRollouts {
  private RememberedRollouts() {}

  /**
   * Rows that are judged with those of a group and not stored, numbered from 0.
   *
   * @param partition of the group
   */
  public static List<RolloutRow> rows(Partition partition, List<TrainingSolutionRow> solutions) {
    List<RolloutRow> rows = new ArrayList<>();
    for (TrainingSolutionRow one : solutions) {
      rows.add(
          new RolloutRow(
              partition.model(),
              partition.task(),
              partition.generation(),
              one.promptId(),
              rows.size(),
              RolloutStatus.COMPLETE.text(),
              one.completion(),
              one.promptTokenIds().size(),
              one.tokenIds().size(),
              null,
              null,
              "cpu",
              0.0,
              1,
              null));
    }
    return rows;
  }

  /**
   * A right rollout that is to be remembered.
   *
   * @param rollout that found it
   * @param node that it ends with, where the rollout is a tree
   */
  public static TrainingSolutionRow row(
      String training,
      int step,
      RolloutKey rollout,
      Optional<Integer> node,
      String completion,
      TokenTrace trace) {
    return new TrainingSolutionRow(
        training,
        step,
        rollout.task(),
        rollout.promptId(),
        rollout.generation(),
        rollout.rolloutIndex(),
        node.map(OptionalInt::of).orElse(OptionalInt.empty()),
        completion,
        numbers(trace.prompt()),
        numbers(trace.tokens()),
        wide(trace.logprobs()),
        wide(trace.entropies()));
  }

  private static List<Integer> numbers(long[] ids) {
    return Arrays.stream(ids).mapToObj(Math::toIntExact).toList();
  }

  private static List<Double> wide(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> (double) values[i]).toList();
  }

  /** Its tokens, with the log-probabilities that they were drawn with at their step. */
  public static TokenTrace trace(String prompt, TrainingSolutionRow solution) {
    return new TokenTrace(
        new Request(0, prompt, 0),
        ids(solution.promptTokenIds()),
        ids(solution.tokenIds()),
        floats(solution.logprobs()),
        floats(solution.entropies()));
  }

  private static long[] ids(List<Integer> ids) {
    return ids.stream().mapToLong(Integer::longValue).toArray();
  }

  private static float[] floats(List<Double> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i).floatValue();
    }
    return floats;
  }
}
