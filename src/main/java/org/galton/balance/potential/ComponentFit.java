package org.galton.balance.potential;

/**
 * The least-action potential of one component.
 *
 * @param potential of its states, in their order, in nats, mean 0
 * @param sweeps of coordinate descent
 * @param newtonSteps between them
 * @param iterations of conjugate gradients in these
 * @param imbalance largest |out - in| / (out + in) of a state, 0 at the minimum
 */
record ComponentFit(
    double[] potential, int sweeps, int newtonSteps, int iterations, double imbalance) {}
