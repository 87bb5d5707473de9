package org.galton.study.deepsearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.job.input.GivenRow;
import org.galton.search.backup.SearchStep;
import org.galton.search.backup.StepEnding;
import org.galton.search.tree.NodeName;

/**
 * A tree as the input has it.
 *
 * @param steps by name, in the order of names, the root first
 * @param children of every node, in the order of their names
 * @param backups terminals in the order in which they were backed up; none where the input says
 *     nothing of it
 */
record RecordedTree(
    Map<String, SearchStep> steps, Map<String, List<String>> children, List<String> backups) {

  /**
   * @throws org.galton.spec.InvalidInput when the rows are no tree
   */
  static RecordedTree of(List<GivenStep> given, int depthLimit) {
    Map<String, SearchStep> steps = new LinkedHashMap<>();
    Map<String, List<String>> children = new HashMap<>();
    steps.put("", new SearchStep(0, StepEnding.NONE));
    children.put("", new ArrayList<>());
    boolean hasRoot = false;
    for (GivenStep one : given.stream().sorted(Comparator.comparing(GivenStep::name)).toList()) {
      String name = one.name().text();
      check(one, steps, hasRoot, depthLimit);
      if (one.name().isRoot()) {
        hasRoot = true;
        continue;
      }
      steps.put(name, one.step());
      children.put(name, new ArrayList<>());
      children.get(one.name().parent()).add(name);
    }
    return new RecordedTree(steps, children, backups(given));
  }

  private static void check(
      GivenStep one, Map<String, SearchStep> steps, boolean hasRoot, int depthLimit) {
    NodeName name = one.name();
    GivenRow row = one.row();
    if (name.isRoot()) {
      if (hasRoot) {
        throw row.problem("it has two rows", "one row a node");
      }
      if (one.step().ending().isTerminal()) {
        throw row.problem("it has an outcome", "steps below it: it is the question");
      }
      return;
    }
    if (!name.isWellFormed()) {
      throw row.problem(
          "it has an empty token, or the name of the root",
          "tokens joined by single dots, such as 0.1; results call the root root");
    }
    if (steps.containsKey(name.text())) {
      throw row.problem("it has two rows", "one row a node");
    }
    SearchStep parent = steps.get(name.parent());
    if (parent == null) {
      throw row.problem(
          "it has no parent '%s'".formatted(name.parent()), "a row for each of its prefixes");
    }
    if (parent.ending().isTerminal()) {
      throw row.problem("its parent ends a trajectory", "no steps after an outcome");
    }
    if (name.depth() > depthLimit) {
      throw row.problem(
          "it is %d steps deep".formatted(name.depth()),
          "at most %d, as --depth-limit says".formatted(depthLimit));
    }
  }

  private static List<String> backups(List<GivenStep> given) {
    List<GivenStep> ordered =
        given.stream()
            .filter(one -> one.backup().isPresent())
            .sorted(
                Comparator.comparingInt((GivenStep one) -> one.backup().getAsInt())
                    .thenComparing(GivenStep::name))
            .toList();
    for (int i = 0; i < ordered.size(); i++) {
      GivenStep one = ordered.get(i);
      if (!one.step().ending().isTerminal()) {
        throw one.row().problem("it has a backup and no outcome", "a backup where one ends");
      }
      if (i > 0 && one.backup().equals(ordered.get(i - 1).backup())) {
        throw one.row()
            .problem(
                "backup %d is that of node '%s' too"
                    .formatted(one.backup().getAsInt(), ordered.get(i - 1).name().text()),
                "numbers that say the order");
      }
    }
    return ordered.stream().map(one -> one.name().text()).toList();
  }
}
