package org.galton.study.balance.row;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/** A row of {@code balance_tests}; see its schema for the columns. A NULL is null. */
public record BalanceTestRow(
    String runId,
    String experiment,
    String condition,
    String test,
    Double statistic,
    Integer dof,
    Double pValue,
    Integer cycles,
    double level,
    String verdict)
    implements Serializable {

  public BalanceTest kind() {
    return BalanceTest.valueOf(test.toUpperCase(Locale.ROOT));
  }

  /** Empty of a figure that decides nothing. */
  public Optional<BalanceVerdict> decision() {
    return Optional.ofNullable(verdict)
        .map(label -> BalanceVerdict.valueOf(label.toUpperCase(Locale.ROOT)));
  }
}
