package org.galton.job.monitoring;

import java.io.Serializable;

/**
 * What the tasks of a process have drawn since it began, and are drawing just now.
 *
 * @param executor which process
 * @param tokens drawn, those of rollouts that were lost with their task included
 * @param rollouts drawn
 * @param failures rollouts that could not be drawn
 * @param shards being drawn now
 * @param slotsInUse rollouts that a model works on now
 * @param queue rollouts of the shards being drawn now that wait for a slot
 */
record DrawingReport(
    String executor,
    long tokens,
    long rollouts,
    long failures,
    long shards,
    long slotsInUse,
    long queue)
    implements Serializable {
  static final DrawingReport NOTHING = new DrawingReport("", 0, 0, 0, 0, 0, 0);
}
