package org.galton.train.adapter;

import java.util.List;
import org.galton.spec.HomeFolder;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.Trainable;
import org.galton.task.kind.TaskKinds;
import org.galton.train.policy.LowRank;

/**
 * An adapter to be trained on a task's worked examples.
 *
 * @param output folder of the adapter, which appears whole
 * @param base the checkpoint that it stands beside: {@code builtin:NAME@STEP} or a directory
 * @param seed fixes the factors' first numbers, the examples and their order
 * @param steps of AdamW without weight decay
 * @param batch examples a step
 */
public record AdapterSpec(
    String output,
    String base,
    long seed,
    LowRank form,
    Trainable task,
    int steps,
    int batch,
    double learningRate,
    int threads) {
  /** The key that tells such a spec from others. */
  public static final String KEY = "adapter";

  /** Reads the spec of an adapter. */
  public static AdapterSpec read(Section section) {
    String output = section.value("output", HomeFolder.path());
    long seed = section.value("seed", ValueType.wholeNumber());
    return section.section(KEY, own -> read(own, output, seed));
  }

  private static AdapterSpec read(Section section, String output, long seed) {
    String base = section.value("base", HomeFolder.path());
    int rank = section.value("rank", ValueType.integer(1, 65_536), 8);
    double alpha = section.value("alpha", ValueType.positive(), 2.0 * rank);
    List<String> targets =
        section.list("targets", ValueType.word(LowRank.PROJECTIONS), LowRank.PROJECTIONS);
    Trainable task = section.section("task", TaskKinds::trainable);
    int steps = section.value("steps", ValueType.integer(1, 100_000_000));
    int batch = section.value("batch", ValueType.integer(1, 1_000_000), 32);
    double rate = section.value("learning_rate", ValueType.positive(), 0.002);
    int threads = section.value("threads", ValueType.integer(1, 1_024), 2);
    return section.build(
        () ->
            new AdapterSpec(
                output,
                base,
                seed,
                new LowRank(rank, alpha, targets),
                task,
                steps,
                batch,
                rate,
                threads));
  }
}
