package org.galton.job.run;

/**
 * A prompt as summaries need it.
 *
 * @param cluster its family; its own id where it has none
 */
public record PromptFamily(String promptId, String cluster) {}
