package org.galton.study.allocation.row;

/** A row of {@code allocation_rules}; see its schema for the columns. */
public record AllocationRuleRow(
    String runId,
    String rule,
    boolean chosen,
    long budget,
    long allocated,
    long unallocated,
    int prompts,
    long toActive,
    long toUnsolved,
    long toSolved,
    long toUnknown,
    int most,
    double value,
    double expectedToTeach) {}
