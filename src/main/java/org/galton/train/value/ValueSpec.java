package org.galton.train.value;

import java.util.List;
import java.util.Optional;
import org.galton.spec.HomeFolder;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/**
 * A value head to be trained.
 *
 * @param output folder of the head, which appears whole
 * @param base the checkpoint that it stands on: {@code builtin:NAME@STEP} or a directory
 * @param rollouts output of a run that has rollouts of the base with tokens and verdicts
 * @param block tokens between the places of a completion at which it learns
 * @param tasks whose rollouts count; all where none is named
 * @param generations whose rollouts count; all that were drawn without a sampler where none is
 *     named
 * @param scorer whose verdicts count, where a generation has several
 * @param heldOut share of the prompts that it is measured on and does not learn from
 * @param ridge penalty: see {@link org.galton.statistics.regression.RidgeLogistic}
 * @param most partial completions that it learns from at most, those of equal text counted once
 * @param threads that read states
 */
public record ValueSpec(
    String output,
    String base,
    String rollouts,
    int block,
    List<String> tasks,
    List<String> generations,
    Optional<String> scorer,
    double heldOut,
    double ridge,
    int most,
    int threads) {
  static final String KEY = "value";

  private static final ValueType<Double> SHARE = ValueType.number(0.01, 0.9);

  public ValueSpec {
    tasks = List.copyOf(tasks);
    generations = List.copyOf(generations);
  }

  static ValueSpec read(Section section) {
    String output = section.value("output", HomeFolder.path());
    return section.section(KEY, own -> read(own, output));
  }

  private static ValueSpec read(Section section, String output) {
    String base = section.value("base", HomeFolder.path());
    String rollouts = section.value("rollouts", HomeFolder.path());
    int block = section.value("block", ValueType.integer(1, 1_000_000));
    List<String> tasks = section.list("tasks", ValueType.text(), List.of());
    List<String> generations = section.list("generations", ValueType.text(), List.of());
    Optional<String> scorer = section.optional("scorer", ValueType.text());
    double heldOut = section.value("held_out", SHARE, 0.2);
    double ridge = section.value("ridge", ValueType.positive(), 0.001);
    int most = section.value("most", ValueType.integer(1, 10_000_000), 50_000);
    int threads = section.value("threads", ValueType.integer(1, 1_024), 2);
    return section.build(
        () ->
            new ValueSpec(
                output,
                base,
                rollouts,
                block,
                tasks,
                generations,
                scorer,
                heldOut,
                ridge,
                most,
                threads));
  }
}
