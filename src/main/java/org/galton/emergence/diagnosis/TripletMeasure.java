package org.galton.emergence.diagnosis;

import java.util.OptionalDouble;

/**
 * What three agents say about the next macro state.
 *
 * @param information I3 = I(X_i,X_j,X_k;V')
 * @param gain G3, I3 less the largest information of two of them about V'
 * @param stability I3 / H(V'), absent where V is constant
 * @param oInformation of the three states in one round: above 0 redundancy prevails, below synergy
 */
public record TripletMeasure(
    String first,
    String second,
    String third,
    double information,
    double gain,
    OptionalDouble stability,
    double oInformation) {}
