package org.galton.study.rates;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.galton.job.input.ColumnKind;
import org.galton.job.input.WantedColumn;

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

  /**
   * @param clusterColumn the name of {@link #CLUSTER}; another than its own must be there
   */
  WantedColumn wanted(String clusterColumn) {
    String name = this == CLUSTER ? clusterColumn : title();
    return new WantedColumn(name, type(), required() || !name.equals(title()));
  }

  private boolean required() {
    return this == PROMPT || this == SAMPLE || this == CORRECT;
  }

  /** Whether its cells are names, which are told apart and never computed with. */
  boolean isLabel() {
    return type() == ColumnKind.LABEL;
  }

  private ColumnKind type() {
    return switch (this) {
      case PROMPT, ANSWER, FINISH, CLUSTER, MODEL -> ColumnKind.LABEL;
      case SAMPLE, CORRECT, RM_SCORE, LOGPROB_SUM, TOKENS -> ColumnKind.STORED_NUMBER;
    };
  }
}
