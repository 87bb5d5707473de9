package org.galton.reinforce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.galton.model.Sampling;
import org.galton.reinforce.row.TrainingSolutionRow;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.reinforce.tree.SolutionCache;
import org.galton.spec.InvalidInput;
import org.galton.table.store.Fingerprint;
import org.galton.task.kind.TaskKinds;
import org.galton.train.policy.Learner;

/** The state of a training after its last step, in one file, whole or absent. */
final class SavedTraining {
  private final Path file;
  private final long identity;

  /**
   * @param startDigest of the checkpoint that it begins with
   */
  SavedTraining(ReinforceSpec spec, Sampling sampling, String startDigest) {
    this.file = Path.of(spec.output()).resolve("training-state.safetensors");
    this.identity = identity(spec, sampling, startDigest);
  }

  /** What must be the same when a training goes on. */
  private static long identity(ReinforceSpec spec, Sampling sampling, String startDigest) {
    List<String> parts = new ArrayList<>(List.of(spec.training(), startDigest));
    spec.tasks().forEach(task -> parts.add(task.prompts() + " " + TaskKinds.keys(task.task())));
    parts.add(sampling.toString());
    parts.add(Long.toString(spec.seed()));
    spec.learning().lowRank().ifPresent(form -> parts.add(form.toString()));
    return Fingerprint.of(parts).bits();
  }

  boolean exists() {
    return Files.exists(file);
  }

  void save(Learner learner, Totals totals, Curriculum curriculum, int solutions)
      throws IOException {
    long[] numbers = totals.numbers();
    long[] lessons = curriculum.state();
    long[] all = new long[1 + numbers.length + lessons.length + 1];
    all[0] = identity;
    System.arraycopy(numbers, 0, all, 1, numbers.length);
    System.arraycopy(lessons, 0, all, 1 + numbers.length, lessons.length);
    all[all.length - 1] = solutions;
    learner.save(file, all);
  }

  /**
   * @param solutions takes those that are remembered
   * @param stored solutions that a step has found, as the tables have them
   * @throws InvalidInput when it is the state of another training, or tables of solutions are not
   *     as the training left them
   */
  Totals restore(
      Learner learner,
      Curriculum curriculum,
      SolutionCache solutions,
      IntFunction<List<TrainingSolutionRow>> stored)
      throws IOException {
    long[] all = learner.restore(file);
    if (all[0] != identity) {
      throw new InvalidInput(
          "Cannot resume from %s: training, seed, start, tasks, sampling or lora differ from those that it began with; choose another output, or remove the folder"
              .formatted(file.getParent()));
    }
    curriculum.restore(Arrays.copyOfRange(all, 1 + Totals.NUMBERS, all.length));
    Totals totals = Totals.of(Arrays.copyOfRange(all, 1, 1 + Totals.NUMBERS));
    // A state of before there were solutions ends with the lessons.
    int withSolutions = 1 + Totals.NUMBERS + curriculum.state().length + 1;
    long remembered = all.length == withSolutions ? all[all.length - 1] : 0;
    if (remembered > 0) {
      IntStream.rangeClosed(1, totals.step()).forEach(step -> solutions.add(stored.apply(step)));
    }
    if (solutions.size() != remembered) {
      throw new InvalidInput(
          "Cannot resume from %s: the state remembers %d solutions, and table training_solutions has %d up to step %d; expected the table as the training left it: bring it back, or choose another output"
              .formatted(file.getParent(), remembered, solutions.size(), totals.step()));
    }
    return totals;
  }
}
