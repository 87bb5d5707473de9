package org.galton.job.run;

import java.io.Serializable;

/**
 * A prompt of a cell, as a key of distributed collections.
 *
 * @param cell number of the cell in its plan
 */
public record PromptRef(int cell, String promptId) implements Serializable {}
