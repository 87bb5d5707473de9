package org.galton.model.llama.weights;

import ai.djl.ndarray.NDArray;

/**
 * A low-rank part beside a matrix W: the product x Wᵀ becomes x Wᵀ + (x downᵀ) upᵀ.
 *
 * @param down [rank, in]
 * @param up [out, rank], the scale included
 */
public record LowRankProduct(NDArray down, NDArray up) {}
