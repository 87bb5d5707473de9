package org.galton.study.emergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.Observation;
import org.galton.spec.InvalidInput;

/** All cells of a group, in an order that does not depend on the files'. */
final class GroupRows {
  private final GroupKey key;
  private final List<AgentRound> cells;

  private GroupRows(GroupKey key, List<AgentRound> cells) {
    this.key = key;
    this.cells = cells;
  }

  static GroupRows of(GroupKey key, Iterable<AgentRound> found) {
    List<AgentRound> cells = new ArrayList<>();
    found.forEach(cells::add);
    cells.sort(AgentRound.ORDER);
    return new GroupRows(key, cells);
  }

  /**
   * @throws InvalidInput when a round of an agent is there twice, or the rows contradict each other
   */
  GroupTrajectory trajectory() {
    List<Observation> observations = new ArrayList<>();
    AgentRound before = null;
    for (AgentRound cell : cells) {
      if (before != null && before.round() == cell.round() && before.agent().equals(cell.agent())) {
        throw twice(before, cell);
      }
      observations.add(new Observation(cell.round(), cell.agent(), cell.value()));
      before = cell;
    }
    GroupTrajectory group = GroupTrajectory.of(key.toString(), observations);
    Double target = one(cells, AgentRound::target, "target", "the group");
    Boolean success = one(cells, AgentRound::success, "success", "the group");
    Map<Integer, Double> macro = macro();
    group = target == null ? group : group.withTarget(target);
    group = success == null ? group : group.withSuccess(success);
    return macro.isEmpty() ? group : group.withMacro(macro);
  }

  private Map<Integer, Double> macro() {
    Map<Integer, List<AgentRound>> byRound = new TreeMap<>();
    cells.forEach(cell -> byRound.computeIfAbsent(cell.round(), r -> new ArrayList<>()).add(cell));
    Map<Integer, Double> macro = new TreeMap<>();
    byRound.forEach(
        (round, found) -> {
          Double value = one(found, AgentRound::macro, "macro", "a round of the group");
          if (value != null) {
            macro.put(round, value);
          }
        });
    return macro;
  }

  /** Null where no cell has one. */
  private <T> T one(
      List<AgentRound> among, Function<AgentRound, T> column, String name, String of) {
    AgentRound first = null;
    for (AgentRound cell : among) {
      T value = column.apply(cell);
      if (value == null) {
        continue;
      }
      if (first == null) {
        first = cell;
      } else if (!Objects.equals(column.apply(first), value)) {
        throw new InvalidInput(
            "Cannot read %s: group '%s': column '%s' is %s in round %d of agent '%s' and %s in round %d of agent '%s'; expected one value for %s"
                .formatted(
                    cell.file(),
                    key,
                    name,
                    column.apply(first),
                    first.round(),
                    first.agent(),
                    value,
                    cell.round(),
                    cell.agent(),
                    of));
      }
    }
    return first == null ? null : column.apply(first);
  }

  private InvalidInput twice(AgentRound first, AgentRound second) {
    return new InvalidInput(
        "Cannot read %s: group '%s' has round %d of agent '%s' twice, with %s and %s%s; expected one row for each round and agent; groups of one name are told apart by columns 'experiment' and 'condition'"
            .formatted(
                second.file(),
                key,
                second.round(),
                second.agent(),
                first.value(),
                second.value(),
                first.file().equals(second.file()) ? "" : " in " + first.file()));
  }
}
