package org.galton.reinforce.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.sweep.SamplingWish;

/** {@link InterruptionPlan} as specs write it. */
final class InterruptionKeys {
  private static final int MOST_TOKENS = 1_000_000;

  private InterruptionKeys() {}

  /**
   * @param sampling null where it is wrong
   */
  static Optional<InterruptionPlan> read(Section section, SamplingWish sampling) {
    return section.section("interruption", own -> plan(own, sampling), Optional.empty());
  }

  private static Optional<InterruptionPlan> plan(Section own, SamplingWish sampling) {
    String text = own.value("text", ValueType.text());
    List<Integer> after = own.sequence("after", ValueType.integer(1, MOST_TOKENS));
    if (after.isEmpty()) {
      return Optional.empty();
    }
    int last = after.get(after.size() - 1);
    if (after.size() != 2 || after.get(0) > last) {
      own.problem(
          "after",
          "'after' is %s: expected the fewest and the most tokens before the text, such as [20, 40]"
              .formatted(after));
    } else if (sampling != null && last >= sampling.maxTokens()) {
      own.problem(
          "after",
          "'after' is %s, but no completion has more than %d tokens: expected at most %d"
              .formatted(after, sampling.maxTokens(), sampling.maxTokens() - 1));
    }
    if (sampling != null && sampling.stop().stream().anyMatch(text::contains)) {
      own.problem(
          "text", "'text' holds one of sampling.stop: expected one that ends no completion");
    }
    return Optional.of(new InterruptionPlan(text, after.get(0), last));
  }

  static void write(Optional<InterruptionPlan> plan, Map<String, Object> keys) {
    plan.ifPresent(
        given -> {
          Map<String, Object> own = new LinkedHashMap<>();
          own.put("text", given.text());
          own.put("after", List.of(given.fewest(), given.most()));
          keys.put("interruption", own);
        });
  }
}
