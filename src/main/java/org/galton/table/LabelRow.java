package org.galton.table;

import java.time.Instant;
import java.util.List;

/** A row of {@code labels}; see its schema for the columns. A NULL is null. */
public record LabelRow(
    String model,
    String task,
    String generation,
    String promptId,
    int rolloutIndex,
    String label,
    Boolean correct,
    List<String> tags,
    String note,
    String labelledBy,
    Instant labelledAt) {}
