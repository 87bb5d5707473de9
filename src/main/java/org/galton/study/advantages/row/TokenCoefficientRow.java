package org.galton.study.advantages.row;

import java.io.Serializable;

/** A row of {@code token_coefficients}; see its schema for the columns. */
public record TokenCoefficientRow(
    String runId,
    String step,
    String prompt,
    int sample,
    int token,
    double ratio,
    double coefficient)
    implements Serializable {}
