package org.galton.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with a spec. */
final class Problems {
  private static final int MOST_SHOWN = 100;

  private record Problem(Place place, String text) {}

  private final List<Problem> problems = new ArrayList<>();

  void add(Place place, String text) {
    addWhole(place, "Cannot read " + place.name() + ": " + text);
  }

  /** A problem that already names its subject, such as a line of a file that the spec points to. */
  void addWhole(Place place, String text) {
    problems.add(new Problem(place, text));
  }

  int count() {
    return problems.size();
  }

  void throwIfAny() {
    if (!problems.isEmpty()) {
      List<String> shown =
          problems.stream()
              .sorted(Comparator.comparingInt(problem -> problem.place().order()))
              .map(Problem::text)
              .distinct()
              .collect(Collectors.toCollection(ArrayList::new));
      if (shown.size() > MOST_SHOWN) {
        int more = shown.size() - MOST_SHOWN;
        shown.subList(MOST_SHOWN, shown.size()).clear();
        shown.add("and " + more + " more problems; correct these first");
      }
      throw new InvalidInput(shown);
    }
  }
}
