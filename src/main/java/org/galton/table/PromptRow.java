package org.galton.table;

import java.util.Map;

/** A row of {@code prompts}; see its schema for the columns. */
public record PromptRow(
    String task,
    String promptId,
    String cluster,
    String text,
    String reference,
    Map<String, String> attributes) {}
