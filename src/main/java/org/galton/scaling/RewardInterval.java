package org.galton.scaling;

import java.util.OptionalDouble;

/**
 * Rewards that the points do not exclude.
 *
 * @param low empty where even the lowest possible reward is not excluded
 * @param high empty where even the highest possible reward is not excluded
 */
public record RewardInterval(OptionalDouble low, OptionalDouble high) {}
