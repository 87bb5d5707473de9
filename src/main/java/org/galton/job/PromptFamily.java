package org.galton.job;

/**
 * A prompt as summaries need it.
 *
 * @param cluster its family; its own id where it has none
 */
record PromptFamily(String promptId, String cluster) {}
