package org.galton.bench;

import org.galton.bench.DecodeCell.Crew;

/** Cells of the grid for tests. */
final class DecodeCells {
  private DecodeCells() {}

  static DecodeCell cell(Way way, int loops, int prompt, int rollouts, int newTokens) {
    return new DecodeCell(way, new Crew(loops, 1), prompt, rollouts, rollouts, newTokens);
  }
}
