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
    return partials ->
        partials.stream()
            .<PartialValue>map(
                partial ->
                    new PartialValue.Known(
                        partial.prompt().values().value(partial.text()), PartialValue.Cost.NOTHING))
            .toList();
  }
}
