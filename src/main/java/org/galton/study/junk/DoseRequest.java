package org.galton.study.junk;

import java.io.Serializable;
import org.galton.junk.dose.DoseOptions;

/**
 * What is asked about scores.
 *
 * @param trivial the largest |g| that is no effect
 */
record DoseRequest(String input, DoseOptions options, double trivial) implements Serializable {}
