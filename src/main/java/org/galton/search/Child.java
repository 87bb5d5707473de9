package org.galton.search;

/**
 * Where a drawn block leads to.
 *
 * @param value in [0, 1]: of a completion that has come to its end that of its verdict, else that
 *     of a {@link ProcessVerifier}
 * @param ended whether the completion has come to its end
 * @param block what is known of the block itself
 */
public record Child<S>(S state, double value, boolean ended, DrawnBlock block) {

  /** Of a block of which nothing is known. */
  public Child(S state, double value, boolean ended) {
    this(state, value, ended, DrawnBlock.UNKNOWN);
  }
}
