package org.galton.job.summary;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.galton.sweep.CellQuota;

/** Which rollouts of each prompt count. */
public sealed interface CountedRollouts extends Serializable {

  /** Those with the lowest numbers, as many of every prompt. */
  record First(int rollouts) implements CountedRollouts {
    @Override
    public boolean counts(int cell, String promptId, int index) {
      return index < rollouts;
    }
  }

  /**
   * The second stage of a budget: from the pilot up to a prompt's own number.
   *
   * @param numbers rollouts of both stages, by cell and prompt id
   */
  record AfterPilot(int pilot, List<Map<String, Integer>> numbers) implements CountedRollouts {

    /** Of each cell. */
    static AfterPilot of(int pilot, List<CellQuota> quotas) {
      return new AfterPilot(pilot, quotas.stream().map(CellQuota::numbers).toList());
    }

    @Override
    public boolean counts(int cell, String promptId, int index) {
      return index >= pilot && index < numbers.get(cell).getOrDefault(promptId, 0);
    }
  }

  boolean counts(int cell, String promptId, int index);
}
