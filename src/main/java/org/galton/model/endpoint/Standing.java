package org.galton.model.endpoint;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.galton.model.Sampling;

/**
 * How a server has met questions of one kind. One that has answered some is there, and a refusal
 * then concerns the prompt; one that has answered none may refuse them all.
 */
final class Standing {
  /** So many rollouts without any answer are no accident. */
  static final int SILENCE = 16;

  private static final int MOST_REASONS = 100;

  private final AtomicBoolean answered = new AtomicBoolean();
  private final Map<String, Integer> reasons = new HashMap<>();
  private int failed;

  /** A kind of question: in one of two forms, with a sampling. */
  record Kind(Form form, Sampling sampling) {}

  void answer() {
    if (!answered.get()) {
      answered.set(true);
    }
  }

  boolean hasAnswered() {
    return answered.get();
  }

  /** Counts a rollout that came to nothing, and says whether these are too many. */
  synchronized boolean isSilentAfter(String reason) {
    failed++;
    if (reasons.size() < MOST_REASONS || reasons.containsKey(reason)) {
      reasons.merge(reason, 1, Integer::sum);
    }
    return !hasAnswered() && failed >= SILENCE;
  }

  /** As in "16 of 20: answered with status 500". */
  synchronized String commonest() {
    return reasons.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(most -> "%d of %d: the server %s".formatted(most.getValue(), failed, most.getKey()))
        .orElse("no reason");
  }
}
