package org.galton.study.selection;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.selection.Issue;
import org.galton.selection.Patch;

/** Rows of one issue as they come, in any order. */
final class IssueCases implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A case of a test patch. */
  private record Case(String test, String name) implements Serializable {}

  private final Map<Case, Boolean> before = new HashMap<>();
  private final Map<String, Map<Case, Boolean>> after = new HashMap<>();
  private final Map<String, Patch> patches = new HashMap<>();
  private String problem;

  IssueCases add(GivenCase row) {
    Case at = new Case(row.test(), row.testCase());
    before(at, row.passesBefore());
    after(row.patch(), at, row.passesAfter());
    add(new Patch(row.patch(), row.content(), row.resolved()));
    return this;
  }

  private void before(Case at, boolean passes) {
    Boolean other = before.putIfAbsent(at, passes);
    if (other != null && other != passes) {
      note(
          "case '%s' of test '%s' passes before one patch and fails before another; expected one status of the original code"
              .formatted(at.name(), at.test()));
    }
  }

  private void after(String patch, Case at, boolean passes) {
    if (after.computeIfAbsent(patch, id -> new HashMap<>()).put(at, passes) != null) {
      note(
          "patch '%s' has case '%s' of test '%s' twice; expected each once"
              .formatted(patch, at.name(), at.test()));
    }
  }

  private void add(Patch patch) {
    Patch other = patches.putIfAbsent(patch.id(), patch);
    if (other != null && !other.equals(patch)) {
      note(
          "patch '%s' has two contents or is both resolved and not; expected the same in all of its rows"
              .formatted(patch.id()));
    }
  }

  private void note(String found) {
    if (problem == null || found.compareTo(problem) < 0) {
      problem = found;
    }
  }

  IssueCases merge(IssueCases other) {
    other.before.forEach(this::before);
    other.after.forEach((patch, cases) -> cases.forEach((at, passes) -> after(patch, at, passes)));
    other.patches.values().forEach(this::add);
    if (other.problem != null) {
      note(other.problem);
    }
    return this;
  }

  /** What contradicts itself or is missing; null where nothing does. */
  String problem() {
    if (problem != null) {
      return problem;
    }
    for (String patch : patches.keySet().stream().sorted(Patch.ID_ORDER).toList()) {
      for (Case at :
          before.keySet().stream()
              .sorted(Comparator.comparing(Case::test).thenComparing(Case::name))
              .toList()) {
        if (!after.get(patch).containsKey(at)) {
          return "patch '%s' has no row for case '%s' of test '%s'; expected every case after every patch"
              .formatted(patch, at.name(), at.test());
        }
      }
    }
    return contradiction();
  }

  private String contradiction() {
    Map<String, Patch> byContent = new TreeMap<>();
    for (Patch patch : patches.values()) {
      Patch other = byContent.putIfAbsent(patch.content(), patch);
      if (other != null && !after.get(patch.id()).equals(after.get(other.id()))) {
        return "of two patches of the same content one passes a case that the other fails; expected the same of both";
      }
      if (other != null && patch.resolved() != null && !patch.resolved().equals(other.resolved())) {
        return "of two patches of the same content one is resolved, the other not; expected the same of both";
      }
    }
    return null;
  }

  Issue issue() {
    List<Patch> ordered = new ArrayList<>(patches.values());
    ordered.sort(Comparator.comparing(Patch::id, Patch.ID_ORDER));
    List<String> tests =
        before.keySet().stream().map(Case::test).distinct().sorted(Patch.ID_ORDER).toList();
    Map<String, Integer> places = new HashMap<>();
    tests.forEach(test -> places.put(test, places.size()));
    int[] failing = new int[tests.size()];
    int[] passing = new int[tests.size()];
    int[][] fixed = new int[ordered.size()][tests.size()];
    int[][] kept = new int[ordered.size()][tests.size()];
    before.forEach((at, passes) -> (passes ? passing : failing)[places.get(at.test())]++);
    for (int p = 0; p < ordered.size(); p++) {
      int patch = p;
      after
          .get(ordered.get(p).id())
          .forEach(
              (at, passes) -> {
                if (passes) {
                  (before.get(at) ? kept : fixed)[patch][places.get(at.test())]++;
                }
              });
    }
    return new Issue(ordered, failing, passing, fixed, kept);
  }
}
