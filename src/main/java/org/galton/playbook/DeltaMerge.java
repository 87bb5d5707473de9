package org.galton.playbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges deltas into a playbook, without a model: tags first, then operations by (rollout, index),
 * then duplicates, then the budget. Numbers of new bullets are given in that order, so neither the
 * order in which rollouts arrive nor their division among machines matters.
 *
 * <p>Tags and operations mean bullets of the playbook as it was before the step, for that is what
 * models were shown: an id that is unknown, or was removed by an earlier operation, is ignored and
 * counted. Cost: linear in the playbook for each operation.
 *
 * @param duplicates nothing where bullets stay however alike they are
 */
public record DeltaMerge(Optional<Duplicates> duplicates, TokenBudget budget) {

  public Merged merge(Playbook before, List<RolloutDelta> deltas) {
    List<RolloutDelta> sorted =
        deltas.stream().sorted(Comparator.comparing(RolloutDelta::rollout)).toList();
    Map<String, Bullet> known = before.byId();
    Working working = new Working(before, known.keySet());
    for (RolloutDelta delta : sorted) {
      delta.tags().forEach(working::tag);
    }
    working.count();
    for (RolloutDelta delta : sorted) {
      delta.operations().forEach(working::apply);
    }
    Playbook changed = working.playbook;
    Playbook single = duplicates.map(found -> found.join(changed)).orElse(changed);
    Playbook fitting = budget.enforce(single);
    return new Merged(
        fitting,
        working.applied,
        working.ignored,
        working.tagged,
        working.unknownTags,
        changed.bullets().size() - single.bullets().size(),
        single.bullets().size() - fitting.bullets().size());
  }

  /** The playbook on its way through a step. */
  private static final class Working {
    private final Set<String> known;
    private final Map<String, List<Tag>> tags = new HashMap<>();
    private Playbook playbook;
    private int applied;
    private int ignored;
    private int tagged;
    private int unknownTags;

    Working(Playbook playbook, Set<String> known) {
      this.playbook = playbook;
      this.known = known;
    }

    void tag(BulletTag given) {
      if (known.contains(given.id())) {
        tagged++;
        tags.computeIfAbsent(given.id(), first -> new ArrayList<>()).add(given.tag());
      } else {
        unknownTags++;
      }
    }

    void count() {
      if (!tags.isEmpty()) {
        playbook = playbook.map(this::counted);
      }
    }

    private Bullet counted(Bullet bullet) {
      Bullet counted = bullet;
      for (Tag tag : tags.getOrDefault(bullet.id(), List.of())) {
        counted = counted.tagged(tag);
      }
      return counted;
    }

    void apply(Operation operation) {
      Optional<Playbook> changed = operation.on(playbook, known);
      if (changed.isPresent()) {
        playbook = changed.get();
        applied++;
      } else {
        ignored++;
      }
    }
  }
}
