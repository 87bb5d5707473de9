package org.galton.sweep;

import java.util.List;
import org.galton.spec.SpecSource;
import org.galton.task.TextFiles;

/**
 * What a sweep wants: {@code rollouts} completions for every prompt of every task, under every
 * model and every sampling.
 *
 * @param sweep its name, of lower-case letters, digits and hyphens
 * @param seed fixes the prompts and every random number of every rollout
 * @param output folder of its tables, any path Hadoop can open
 * @param rollouts completions per prompt
 * @param models built-in models such as {@code builtin:abacus@120}, Hugging Face checkpoint
 *     directories, or models behind a server such as {@code endpoint:http://host/v1?model=NAME}
 * @param framing how a task's text is put to a model
 * @param shardRollouts most rollouts in one file
 * @param failureBudget share of rollouts that may fail before the sweep counts as failed, in [0, 1]
 */
public record SweepSpec(
    String sweep,
    long seed,
    String output,
    int rollouts,
    List<String> models,
    List<TaskSpec> tasks,
    List<SamplingWish> samplings,
    Framing framing,
    Decoding decoding,
    int shardRollouts,
    double failureBudget) {

  public SweepSpec {
    models = List.copyOf(models);
    tasks = List.copyOf(tasks);
    samplings = List.copyOf(samplings);
  }

  /**
   * Reads a spec.
   *
   * @param files opens the question files that tasks name
   * @throws org.galton.spec.InvalidInput listing every problem
   */
  public static SweepSpec read(SpecSource source, TextFiles files) {
    return source.read(section -> new SweepSpecReader(files).read(section));
  }

  /**
   * Every key with its value resolved, but for what is left to the checkpoints; reads back to an
   * equal spec.
   */
  public String toYaml() {
    return SweepSpecWriter.yaml(this);
  }
}
