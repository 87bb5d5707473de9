package org.galton.study.selection;

import java.io.Serializable;
import java.util.List;

/**
 * What is asked about generated issues: every combination.
 *
 * @param fixes probabilities of a right patch
 * @param errors probabilities that a case expects a wrong answer
 * @param decoy share of the wrong patches that are one and the same
 * @param cases of a test patch
 */
record SimulationRequest(
    int issues,
    List<Double> fixes,
    List<Double> errors,
    List<Size> sizes,
    double decoy,
    int cases,
    long seed)
    implements Serializable {

  /** So many patches and test patches of an issue. */
  record Size(int patches, int tests) implements Serializable {}
}
