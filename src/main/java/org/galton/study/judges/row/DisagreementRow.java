package org.galton.study.judges.row;

/** A row of {@code disagreements}; see its schema for the columns. */
public record DisagreementRow(
    String runId,
    JudgedCell cell,
    String first,
    String second,
    String promptId,
    int rolloutIndex,
    boolean firstCorrect,
    String firstAnswer,
    String firstDetail,
    String secondAnswer,
    String secondDetail,
    String prompt,
    String reference,
    String completion) {

  /** The verdicts alone, and in place of the texts why they are not there. */
  public DisagreementRow withoutTexts(String why) {
    return new DisagreementRow(
        runId,
        cell,
        first,
        second,
        promptId,
        rolloutIndex,
        firstCorrect,
        null,
        null,
        null,
        null,
        null,
        null,
        why);
  }

  /** The first's verdict in words. */
  public String firstSays() {
    return says(first, firstCorrect, firstAnswer, firstDetail);
  }

  /** The second's verdict in words. */
  public String secondSays() {
    return says(second, !firstCorrect, secondAnswer, secondDetail);
  }

  private static String says(String judge, boolean correct, String answer, String detail) {
    return judge
        + (correct ? ": right" : ": wrong")
        + (answer == null ? "" : ", answer " + answer)
        + (detail == null ? "" : " (" + detail + ")");
  }
}
