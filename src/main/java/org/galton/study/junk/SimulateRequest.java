package org.galton.study.junk;

import java.util.List;
import org.galton.junk.generated.Planted;

/**
 * What is simulated.
 *
 * @param models in each study
 */
record SimulateRequest(
    int posts, Planted planted, int models, int studies, List<Double> doses, long seed) {}
