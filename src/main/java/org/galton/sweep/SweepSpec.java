package org.galton.sweep;

import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galton.reward.budget.StagedBudget;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;
import org.galton.task.TextFiles;

/**
 * What a sweep wants: {@code rollouts} completions for every prompt of every task, under every
 * model and every sampling, and where there is a budget further ones of some prompts.
 *
 * @param sweep its name, of lower-case letters, digits and hyphens
 * @param seed fixes the prompts and every random number of every rollout
 * @param output folder of its tables, any path Hadoop can open
 * @param rollouts completions that every prompt has; of a budget those of the pilot
 * @param models built-in models such as {@code builtin:abacus@120}, Hugging Face checkpoint
 *     directories, or models behind a server such as {@code endpoint:http://host/v1?model=NAME}; a
 *     {@code *} in one of the first two stands for every checkpoint that it finds
 * @param framing how a task's text is put to a model
 * @param shardRollouts most rollouts in one file
 * @param failureBudget share of each cell's rollouts that may fail before the sweep counts as
 *     failed, in [0, 1]
 * @param gates on the newest checkpoint of each training against that of the last complete run
 * @param budget rollouts of each model, task and sampling, the pilot's included; empty where every
 *     prompt has as many
 * @param keep what is stored of rollouts beside texts and verdicts; changes no rollout
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
    double failureBudget,
    List<GateRule> gates,
    Optional<StagedBudget> budget,
    Set<KeptDetail> keep) {

  /** Without gates, without a budget, and nothing kept beside texts and verdicts. */
  public SweepSpec(
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
    this(
        sweep,
        seed,
        output,
        rollouts,
        models,
        tasks,
        samplings,
        framing,
        decoding,
        shardRollouts,
        failureBudget,
        List.of(),
        Optional.empty(),
        Set.of());
  }

  public SweepSpec {
    gates = List.copyOf(gates);
    models = List.copyOf(models);
    tasks = List.copyOf(tasks);
    samplings = List.copyOf(samplings);
    keep = Set.copyOf(keep);
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

  /** The keys that a sweep's spec may have. */
  public static Set<SpecKey> keys(SpecSource source) {
    return source.keys(section -> new SweepSpecReader(path -> Reader.nullReader()).read(section));
  }

  /** The same of other models. */
  public SweepSpec withModels(List<String> others) {
    return with(output, others, decoding, keep);
  }

  /** The same drawn in another way. */
  public SweepSpec withDecoding(Decoding other) {
    return with(output, models, other, keep);
  }

  /** The same in another folder. */
  public SweepSpec in(String folder) {
    return with(folder, models, decoding, keep);
  }

  /** The same with other details kept. */
  public SweepSpec keeping(Set<KeptDetail> details) {
    return with(output, models, decoding, details);
  }

  private SweepSpec with(
      String folder, List<String> others, Decoding drawing, Set<KeptDetail> details) {
    return new SweepSpec(
        sweep,
        seed,
        folder,
        rollouts,
        others,
        tasks,
        samplings,
        framing,
        drawing,
        shardRollouts,
        failureBudget,
        gates,
        budget,
        details);
  }

  /**
   * Every key with its value resolved, but for what is left to the checkpoints; reads back to an
   * equal spec.
   */
  public String toYaml() {
    return SweepSpecWriter.yaml(this);
  }
}
