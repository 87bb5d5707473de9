package org.galton.job.sweep;

/**
 * What of a cell could not be drawn.
 *
 * @param cell as messages call it
 * @param wanted rollouts that the sweep asks for
 * @param failed of these
 */
public record CellFailures(String cell, long wanted, long failed) {

  boolean exceed(double budget) {
    return failed > budget * wanted;
  }
}
