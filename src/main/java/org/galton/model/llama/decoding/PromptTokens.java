package org.galton.model.llama.decoding;

/**
 * How many tokens of prompts a model has computed, and how many it has taken from what it had
 * computed before. The last token of a prompt is neither: every rollout feeds it.
 */
public record PromptTokens(long computed, long reused) {}
