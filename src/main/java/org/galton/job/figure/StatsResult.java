package org.galton.job.figure;

import java.util.List;

/**
 * Statistics of rollouts that Galton did not draw.
 *
 * @param runId the run whose figures these are
 * @param models by name
 */
public record StatsResult(String runId, String input, List<ModelStatistics> models) {}
