package org.galton.study.balance.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.galton.study.balance.row.PotentialRow;
import org.galton.study.balance.row.TransitionRow;

/**
 * The order of an agent's components, all that may be said across them: moves lead from an earlier
 * stage to a later one and never back.
 *
 * @param stages 0 where no moves were counted that would tell the order
 */
record ComponentOrder(List<Component> components, int stages) {
  private static final int NAMED = 4;

  /**
   * @param number 0 for the largest
   * @param stage from 1; the first that the longest way there leaves room for
   * @param relation to the largest
   */
  record Component(int number, int states, List<String> named, int stage, Relation relation) {
    String names() {
      String shown = String.join(", ", named);
      return states > named.size() ? shown + ", …" : shown;
    }
  }

  /** Where a component lies as seen from the largest. */
  enum Relation {
    LARGEST("the largest"),
    LEADS_TO("leads to the largest"),
    REACHED("reached from the largest, no way back"),
    APART("neither leads to the largest nor is reached from it");

    private final String words;

    Relation(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Largest components first. */
  static ComponentOrder of(AgentMoves agent) {
    Map<Integer, List<String>> members = new TreeMap<>();
    agent.states().values().stream()
        .filter(row -> row.component() != null)
        .sorted(Comparator.comparing(PotentialRow::state))
        .forEach(
            row ->
                members
                    .computeIfAbsent(row.component(), number -> new ArrayList<>())
                    .add(row.state()));
    Map<Integer, TreeSet<Integer>> after = new HashMap<>();
    Map<Integer, TreeSet<Integer>> before = new HashMap<>();
    for (TransitionRow move : agent.moves()) {
      Integer from = agent.state(move.source()).map(PotentialRow::component).orElse(null);
      Integer to = agent.state(move.target()).map(PotentialRow::component).orElse(null);
      if (from != null && to != null && !from.equals(to)) {
        after.computeIfAbsent(from, number -> new TreeSet<>()).add(to);
        before.computeIfAbsent(to, number -> new TreeSet<>()).add(from);
      }
    }
    Map<Integer, Integer> stages = stages(members, after, before);
    TreeSet<Integer> reached = from(0, after);
    TreeSet<Integer> leading = from(0, before);
    List<Component> components =
        members.entrySet().stream()
            .map(
                entry ->
                    new Component(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().stream().limit(NAMED).map(BalanceNames::state).toList(),
                        stages.get(entry.getKey()),
                        relation(entry.getKey(), leading, reached)))
            .toList();
    int last = components.stream().mapToInt(Component::stage).max().orElse(0);
    return new ComponentOrder(components, agent.moves().isEmpty() ? 0 : last);
  }

  private static Relation relation(int number, TreeSet<Integer> leading, TreeSet<Integer> reached) {
    if (number == 0) {
      return Relation.LARGEST;
    }
    if (leading.contains(number)) {
      return Relation.LEADS_TO;
    }
    return reached.contains(number) ? Relation.REACHED : Relation.APART;
  }

  private static Map<Integer, Integer> stages(
      Map<Integer, List<String>> members,
      Map<Integer, TreeSet<Integer>> after,
      Map<Integer, TreeSet<Integer>> before) {
    Map<Integer, Integer> stages = new HashMap<>();
    Map<Integer, Integer> waiting = new HashMap<>();
    ArrayDeque<Integer> ready = new ArrayDeque<>();
    for (Integer number : members.keySet()) {
      stages.put(number, 1);
      waiting.put(number, before.getOrDefault(number, new TreeSet<>()).size());
      if (waiting.get(number) == 0) {
        ready.add(number);
      }
    }
    while (!ready.isEmpty()) {
      Integer number = ready.remove();
      for (Integer next : after.getOrDefault(number, new TreeSet<>())) {
        stages.merge(next, stages.get(number) + 1, Math::max);
        if (waiting.merge(next, -1, Integer::sum) == 0) {
          ready.add(next);
        }
      }
    }
    return stages;
  }

  private static TreeSet<Integer> from(int start, Map<Integer, TreeSet<Integer>> edges) {
    TreeSet<Integer> found = new TreeSet<>();
    ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      for (Integer next : edges.getOrDefault(open.remove(), new TreeSet<>())) {
        if (found.add(next)) {
          open.add(next);
        }
      }
    }
    return found;
  }
}
