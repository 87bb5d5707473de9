package org.galton.study.emergence;

import java.io.Serializable;
import java.util.stream.Collectors;
import org.galton.emergence.diagnosis.Flag;
import org.galton.emergence.diagnosis.GroupMeasures;
import org.galton.emergence.diagnosis.Status;

/**
 * What is known of a group's window beside its figures.
 *
 * @param flags separated by spaces; null where there are none
 */
record GroupFacts(
    Status status,
    String flags,
    int agents,
    int rounds,
    int transitions,
    int incompleteRounds,
    int rejectedRounds)
    implements Serializable {

  static GroupFacts of(GroupMeasures measures) {
    return new GroupFacts(
        measures.status(),
        measures.flags().isEmpty()
            ? null
            : measures.flags().stream().sorted().map(Flag::label).collect(Collectors.joining(" ")),
        measures.agents(),
        measures.rounds(),
        measures.transitions(),
        measures.incompleteRounds(),
        measures.rejectedRounds());
  }
}
