package org.galton.table;

/** A row of {@code prompt_statistics}; see its schema for the columns. A NULL is null. */
public record PromptStatisticsRow(
    String runId,
    String sweep,
    String model,
    String task,
    String sampling,
    String generation,
    String scorer,
    String promptId,
    String cluster,
    int n,
    int correct,
    int unparsed,
    int abstained,
    int truncated,
    int unscored,
    int failed,
    int distinctAnswers,
    Double modalShare,
    Double answerEntropy,
    Double majorityVote,
    Long completionTokens,
    double rewardSum,
    SecondStage second) {

  /** Of rollouts that are drawn in one stage. */
  public PromptStatisticsRow(
      String runId,
      String sweep,
      String model,
      String task,
      String sampling,
      String generation,
      String scorer,
      String promptId,
      String cluster,
      int n,
      int correct,
      int unparsed,
      int abstained,
      int truncated,
      int unscored,
      int failed,
      int distinctAnswers,
      Double modalShare,
      Double answerEntropy,
      Double majorityVote,
      Long completionTokens,
      double rewardSum) {
    this(
        runId,
        sweep,
        model,
        task,
        sampling,
        generation,
        scorer,
        promptId,
        cluster,
        n,
        correct,
        unparsed,
        abstained,
        truncated,
        unscored,
        failed,
        distinctAnswers,
        modalShare,
        answerEntropy,
        majorityVote,
        completionTokens,
        rewardSum,
        SecondStage.NONE);
  }

  /** Rollouts with a verdict, of both stages. */
  public int judged() {
    return second.exists() ? n + second.secondN() : n;
  }

  /** Of {@link #judged}: right. Over both stages their share is biased. */
  public int right() {
    return second.exists() ? correct + second.secondCorrect() : correct;
  }

  /** Rollouts that were wanted, of a budget those of the pilot. */
  public int first() {
    return n + unscored + failed;
  }

  /** Rollouts that were wanted, of both stages. */
  public int wanted() {
    return second.exists() ? first() + second.secondN() + second.secondWithout() : first();
  }
}
