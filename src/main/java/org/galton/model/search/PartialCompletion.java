package org.galton.model.search;

/**
 * A completion that has not come to its end.
 *
 * @param prompt what it is of
 * @param text of all of it
 * @param tokens ids of the prompt's tokens and those of the completion
 */
public record PartialCompletion(SearchedPrompt prompt, String text, int[] tokens) {}
