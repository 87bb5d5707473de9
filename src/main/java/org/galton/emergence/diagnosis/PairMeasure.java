package org.galton.emergence.diagnosis;

import org.galton.information.Decomposition;
import org.galton.information.PidMeasure;

/** What two agents say about their own joint next state. */
public record PairMeasure(String first, String second, PidMeasure measure, Decomposition atoms) {}
