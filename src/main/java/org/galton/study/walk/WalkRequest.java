package org.galton.study.walk;

import java.util.OptionalInt;

/**
 * What is asked about a tree.
 *
 * @param tree a file, or a folder of files of one format
 * @param horizon tokens up to which shorter sequences are padded; where there is none, none is
 * @param laziness share of steps that stay on purpose
 * @param steps of each simulated walk; 0 for none
 * @param candidates of the biased walk; without them it is left out
 */
record WalkRequest(
    String tree,
    OptionalInt horizon,
    double laziness,
    long steps,
    long seed,
    OptionalInt candidates) {}
