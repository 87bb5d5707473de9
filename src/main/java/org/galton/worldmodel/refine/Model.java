package org.galton.worldmodel.refine;

import org.galton.worldmodel.WorldProgram;
import org.galton.worldmodel.plan.HistoryProgram;
import org.galton.worldmodel.plan.ResampledHistory;

/** A program with the rules of a game, and one that draws what is hidden in it. */
public record Model(WorldProgram world, HistoryProgram histories) {
  ResampledHistory hidden() {
    return new ResampledHistory(world, histories);
  }
}
