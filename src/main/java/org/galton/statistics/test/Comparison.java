package org.galton.statistics.test;

import java.util.OptionalDouble;
import org.galton.statistics.Estimate;

/**
 * Two systems on the same prompts.
 *
 * @param difference mean of first minus second, with its paired error
 * @param unpairedStandardError what the error would be had the prompts not been shared
 * @param correlation r of the two systems' prompt values; absent when one of them does not vary
 * @param pValue two-sided, of no difference; absent when the differences do not vary
 */
public record Comparison(
    Estimate difference,
    OptionalDouble unpairedStandardError,
    OptionalDouble correlation,
    OptionalDouble pValue) {}
