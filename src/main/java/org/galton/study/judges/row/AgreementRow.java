package org.galton.study.judges.row;

import java.util.OptionalDouble;
import org.galton.statistics.agreement.VerdictPairs;

/** A row of {@code agreements}; see its schema for the columns. */
public record AgreementRow(
    String runId,
    JudgedCell cell,
    String first,
    String second,
    int prompts,
    VerdictPairs pairs,
    Ranged kappa,
    OptionalDouble precision,
    OptionalDouble recall,
    OptionalDouble specificity,
    OptionalDouble judgedRate,
    Ranged correctedRate) {

  /** What {@code first} is called where people gave the verdicts. */
  public static final String LABELS = "labels";

  public boolean isOfLabels() {
    return first.equals(LABELS);
  }
}
