package org.galton.study.playbook.row;

import java.util.List;

/** A row of {@code playbooks}; see its schema for the columns. */
public record PlaybookRow(
    String runId,
    String arm,
    int step,
    String text,
    int tokens,
    Integer bullets,
    Integer high,
    Integer problematic,
    Integer unused,
    Integer nextNumber,
    List<String> removed,
    int applied,
    int ignored,
    int tagged,
    int unknownTags,
    int joined,
    int dropped,
    List<String> faults) {

  /** The same as another run's. */
  public PlaybookRow of(String run) {
    return new PlaybookRow(
        run,
        arm,
        step,
        text,
        tokens,
        bullets,
        high,
        problematic,
        unused,
        nextNumber,
        removed,
        applied,
        ignored,
        tagged,
        unknownTags,
        joined,
        dropped,
        faults);
  }
}
