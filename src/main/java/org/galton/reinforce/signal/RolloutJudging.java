package org.galton.reinforce.signal;

import java.util.List;
import java.util.Map;
import org.galton.table.RolloutRow;
import org.galton.table.store.Partition;
import org.galton.task.Prompt;

/** Judges rollouts of one task, for a step or for a measurement. */
@FunctionalInterface
public interface RolloutJudging {
  StepSignals of(
      int task, Partition partition, Map<String, Prompt> prompts, List<RolloutRow> rollouts);
}
