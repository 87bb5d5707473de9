package org.galton.model.llama.weights;

/**
 * What an adapter has of one projection W, [out, in]: factors A, [rank, in], and B, [out, rank], of
 * the change scale · B A.
 *
 * @param projection its published name, such as {@code q_proj}
 * @param down name of the tensor A
 * @param up name of the tensor B
 */
public record LowRankTarget(
    int layer, String projection, int rank, double scale, String down, String up) {}
