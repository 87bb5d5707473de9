package org.galton.table;

/** A row of {@code metrics}; see its schema for the columns. A NULL is null. */
public record MetricRow(
    String runId,
    String sweep,
    String model,
    Long step,
    Double trainingFlops,
    String task,
    String sampling,
    String generation,
    String scorer,
    String metric,
    Integer k,
    Double value,
    Double standardError,
    Double ciLow,
    Double ciHigh,
    int prompts,
    int promptsShort,
    String method) {}
