package org.galton.study.allocation.row;

import java.util.Optional;
import java.util.OptionalDouble;

/** A row of {@code allocations}; see its schema for the columns. */
public record AllocationRow(
    String runId,
    String prompt,
    String taskClass,
    int seen,
    int correct,
    OptionalDouble successRate,
    double posteriorMean,
    int rollouts,
    int uniform,
    OptionalDouble value,
    OptionalDouble chance,
    Optional<String> retired) {}
