package org.galton.job.summary;

import org.galton.statistics.stage.PilotWeights;
import org.galton.sweep.CellQuota;

/**
 * A cell whose rollouts are drawn in two stages.
 *
 * @param quota of which the second stage is counted
 * @param weights of the pilot's rollouts
 */
public record StagedCell(CellQuota quota, PilotWeights weights) {}
