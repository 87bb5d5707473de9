package org.galton.model.search;

import java.util.List;

/** Says of partial completions, many at once, what they promise. One instance serves one thread. */
public interface PartialValues extends AutoCloseable {
  /** One for each, in their order. */
  List<PartialValue> of(List<PartialCompletion> partials);

  /** Whether to ask for values that may turn out not to be needed: not where each is paid for. */
  default boolean looksAhead() {
    return true;
  }

  @Override
  default void close() {}

  /** Those of the prompts' own process verifiers. */
  static PartialValues ofPrompts() {
    return partials -> partials.stream().map(PartialValues::ofPrompt).toList();
  }

  private static PartialValue ofPrompt(PartialCompletion partial) {
    long began = System.nanoTime();
    double value = partial.prompt().values().value(partial.text());
    double seconds = (System.nanoTime() - began) / 1e9;
    return new PartialValue.Known(value, new PartialValue.Cost(0, seconds, 0));
  }
}
