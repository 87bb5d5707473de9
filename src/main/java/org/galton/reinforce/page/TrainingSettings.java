package org.galton.reinforce.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.report.Fact;
import org.galton.report.VisibleText;
import org.galton.spec.InvalidInput;
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

  static TrainingSettings of(String yaml) {
    SpecSource spec = new SpecSource("spec", yaml, List.of());
    Optional<Integer> prompts = value(spec, "prompts_per_step", ValueType.integer());
    Optional<Integer> rollouts = value(spec, "rollouts", ValueType.integer());
    Optional<Integer> warmup = value(spec, "warmup", ValueType.integer()).filter(w -> w > 0);
    return new TrainingSettings(
        text(spec, "start"),
        value(spec, "seed", ValueType.wholeNumber()),
        value(spec, "steps", ValueType.integer()),
        prompts.flatMap(m -> rollouts.map(n -> "%d prompts × %d rollouts".formatted(m, n))),
        objective(spec),
        value(spec, "learning_rate", ValueType.number())
            .map(rate -> rate + warmup.map(", after %d steps of warm-up"::formatted).orElse("")));
  }

  private static Optional<String> objective(SpecSource spec) {
    List<String> parts = new ArrayList<>();
    for (String key : List.of("reward", "advantage", "loss", "aggregate")) {
      text(spec, key).ifPresent(value -> parts.add(key + " " + value));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  private static Optional<String> text(SpecSource spec, String key) {
    return value(spec, key, ValueType.anyText()).map(value -> VisibleText.line(value, LONGEST));
  }

  /** By itself, so that a key of another form hides no other. */
  private static <T> Optional<T> value(SpecSource spec, String key, ValueType<T> type) {
    try {
      return spec.read(
          section -> {
            section.leaveRest();
            return section.optional(key, type);
          });
    } catch (InvalidInput e) {
      return Optional.empty();
    }
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
