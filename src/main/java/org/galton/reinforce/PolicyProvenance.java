package org.galton.reinforce;

/**
 * Where a policy's checkpoint comes from: its {@code galton.json}.
 *
 * @param model name of the training
 * @param start checkpoint that it began with
 * @param step steps taken
 * @param flops of this training, drawing and learning; what the start had cost is not in it
 * @param flopsDrawn 2 · parameters · (tokens drawn and prompt tokens)
 * @param flopsLearned 6 · parameters · tokens learned from
 * @param seconds of drawing, judging, learning and storing
 */
record PolicyProvenance(
    String model,
    String start,
    int step,
    int steps,
    long tokensDrawn,
    long tokensLearned,
    double flops,
    double flopsDrawn,
    double flopsLearned,
    double seconds,
    long seed) {}
