package org.galton.job;

import java.util.List;

/**
 * Statistics of rollouts that Galton did not draw.
 *
 * @param models by name
 */
public record StatsResult(String input, List<ModelStatistics> models) {}
