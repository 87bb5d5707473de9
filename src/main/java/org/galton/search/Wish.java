package org.galton.search;

/**
 * A block that a search wants to be drawn.
 *
 * @param from where the block begins
 * @param seed fixes every random number of the block
 */
public record Wish<S>(S from, long seed) {}
