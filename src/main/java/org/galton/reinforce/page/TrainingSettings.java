package org.galton.reinforce.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.report.Fact;
import org.galton.report.VisibleText;
import org.galton.spec.InvalidInput;
import org.galton.spec.Section;
import org.galton.spec.SpecSource;
import org.galton.spec.ValueType;

/**
 * The few settings of a spec that a reader asks for first; its text has all. Keys are looked at as
 * they are written, so that a spec of another version, or of a file of questions that is not here,
 * is shown as well.
 */
record TrainingSettings(
    Optional<String> start,
    Optional<Long> seed,
    Optional<Integer> steps,
    Optional<String> step,
    Optional<String> objective,
    Optional<String> rate) {
  private static final int LONGEST = 200;
  private static final TrainingSettings UNKNOWN =
      new TrainingSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  static TrainingSettings of(String yaml) {
    try {
      return new SpecSource("spec", yaml, List.of()).read(TrainingSettings::of);
    } catch (InvalidInput e) {
      return UNKNOWN;
    }
  }

  private static TrainingSettings of(Section section) {
    Optional<Integer> prompts = section.optional("prompts_per_step", ValueType.integer());
    Optional<Integer> rollouts = section.optional("rollouts", ValueType.integer());
    Optional<Double> rate = section.optional("learning_rate", ValueType.number());
    Optional<Integer> warmup = section.optional("warmup", ValueType.integer());
    TrainingSettings settings =
        new TrainingSettings(
            text(section, "start"),
            section.optional("seed", ValueType.wholeNumber()),
            section.optional("steps", ValueType.integer()),
            prompts.flatMap(m -> rollouts.map(n -> "%d prompts × %d rollouts".formatted(m, n))),
            objective(section),
            rate.map(r -> r + warmup.map(w -> ", after %d steps of warm-up".formatted(w)).orElse("")));
    section.leaveRest();
    return settings;
  }

  private static Optional<String> objective(Section section) {
    List<String> parts = new ArrayList<>();
    for (String key : List.of("reward", "advantage", "loss", "aggregate")) {
      text(section, key).ifPresent(value -> parts.add(key + " " + value));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  private static Optional<String> text(Section section, String key) {
    return section
        .optional(key, ValueType.anyText())
        .map(value -> VisibleText.line(value, LONGEST));
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    start.ifPresent(value -> facts.add(new Fact("Start", value)));
    step.ifPresent(value -> facts.add(new Fact("A step", value)));
    objective.ifPresent(value -> facts.add(new Fact("Objective", value)));
    rate.ifPresent(value -> facts.add(new Fact("Learning rate", value)));
    seed.ifPresent(value -> facts.add(new Fact("Seed", Long.toString(value))));
    return facts;
  }
}
