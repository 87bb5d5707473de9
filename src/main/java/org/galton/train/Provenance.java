package org.galton.train;

/**
 * Where a checkpoint comes from: its {@code galton.json}.
 *
 * @param step optimiser steps taken
 * @param tokens training tokens seen, padding not counted
 * @param flops training compute, 6 · parameters · tokens
 * @param deviceSeconds time spent in optimiser steps on one device
 */
public record Provenance(
    String model,
    int step,
    int steps,
    long tokens,
    double flops,
    double deviceSeconds,
    long seed) {}
