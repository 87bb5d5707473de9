package org.galton.study.rates;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A column of rollouts that Galton did not draw, in the order in which a scan reads them. */
enum RolloutColumn {
  PROMPT,
  SAMPLE,
  CORRECT,
  ANSWER,
  RM_SCORE,
  LOGPROB_SUM,
  TOKENS,
  FINISH,
  CLUSTER,
  MODEL;

  static final String EXPECTED =
      "columns prompt, sample and correct, and optionally "
          + Arrays.stream(values())
              .filter(column -> !column.required())
              .map(RolloutColumn::title)
              .collect(Collectors.joining(", "));

  /** As in a file's header. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean required() {
    return this == PROMPT || this == SAMPLE || this == CORRECT;
  }

  /** Whether its values are words, whatever a file's type for them is. */
  boolean words() {
    return switch (this) {
      case PROMPT, ANSWER, FINISH, CLUSTER, MODEL -> true;
      case SAMPLE, CORRECT, RM_SCORE, LOGPROB_SUM, TOKENS -> false;
    };
  }
}
