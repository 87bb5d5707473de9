package org.galton.search;

/**
 * Where a drawn block leads to.
 *
 * @param value in [0, 1]: of a completion that has come to its end that of its verdict, else that
 *     of a {@link ProcessVerifier}
 * @param ended whether the completion has come to its end
 */
public record Child<S>(S state, double value, boolean ended) {}
