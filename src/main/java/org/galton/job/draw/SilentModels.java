package org.galton.job.draw;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.galton.sweep.CellPlan;
import org.galton.sweep.SweepPlan;
import org.galton.table.store.Unfinished;

/**
 * Tells a model that dies of whatever it is asked from one that dies of a few prompts: the first is
 * no matter of failed rollouts but stops the sweep.
 */
final class SilentModels {
  private static final int SHARDS = 3;

  private final Map<Integer, String> sources;
  private final Map<String, Boolean> hasAnswered;
  private final Map<String, Integer> shards = new HashMap<>();
  private final Map<String, Quarantined> faults = new HashMap<>();

  SilentModels(SweepPlan plan) {
    this.sources = new HashMap<>();
    for (int cell = 0; cell < plan.cells().size(); cell++) {
      sources.put(cell, plan.cells().get(cell).cell().source());
    }
    this.hasAnswered =
        plan.cells().stream()
            .collect(
                Collectors.toMap(
                    cell -> cell.cell().source(),
                    SilentModels::isStored,
                    Boolean::logicalOr,
                    HashMap::new));
  }

  private static boolean isStored(CellPlan cell) {
    return cell.present() > 0;
  }

  /** Counts a shard, and says when there were enough of a model that answers nothing. */
  synchronized Optional<Unfinished> add(ShardOutcome.Receipt receipt) {
    String source = sources.get(receipt.cell());
    if (receipt.drawn() > 0) {
      hasAnswered.put(source, true);
    }
    receipt.quarantined().forEach(fault -> faults.putIfAbsent(source, fault));
    shards.merge(source, 1, Integer::sum);
    return refusal(which -> which.equals(source) && shards.get(which) >= SHARDS);
  }

  /** When the last shard is done: however few a model had. */
  synchronized Optional<Unfinished> atTheEnd() {
    return refusal(which -> true);
  }

  private Optional<Unfinished> refusal(Predicate<String> source) {
    return faults.entrySet().stream()
        .filter(fault -> source.test(fault.getKey()) && !hasAnswered.get(fault.getKey()))
        .map(
            fault ->
                new Unfinished(
                    ("Cannot draw with model %s: it answered no request at all; %s; look at the"
                            + " model, then run the same command again")
                        .formatted(fault.getKey(), fault.getValue().sentence())))
        .findFirst();
  }
}
