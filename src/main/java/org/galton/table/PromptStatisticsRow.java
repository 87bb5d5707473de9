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
    double rewardSum) {}
