package org.galton;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The floors of the house, from the ground up, and the rule that a package uses only those below
 * its own.
 */
final class Floors {
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("reward", "statistics", "information", "scaling"),
          Set.of("emergence", "balance", "game"),
          Set.of("spec"),
          Set.of("task", "model", "table"),
          Set.of("train", "sweep", "bench", "samplelog"),
          Set.of("job", "report"),
          Set.of("cli"));

  private Floors() {}

  static ArchCondition<JavaClass> useLowerFloorsOnly() {
    return new ArchCondition<>("use lower floors only") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        origin.getDirectDependenciesFromSelf().stream()
            .filter(
                dependency ->
                    dependency.getTargetClass().getPackageName().startsWith("org.galton."))
            .filter(dependency -> !isAllowed(dependency))
            .forEach(
                dependency ->
                    events.add(SimpleConditionEvent.violated(origin, dependency.getDescription())));
      }
    };
  }

  private static boolean isAllowed(Dependency dependency) {
    String from = room(dependency.getOriginClass());
    String to = room(dependency.getTargetClass());
    return from.equals(to) || floor(to) < floor(from);
  }

  /**
   * The package's name below {@code org.galton}: {@code model} for {@code org.galton.model.llama}.
   */
  private static String room(JavaClass type) {
    return type.getPackageName().split("[.]", -1)[2];
  }

  private static int floor(String room) {
    return IntStream.range(0, FLOORS.size())
        .filter(floor -> FLOORS.get(floor).contains(room))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "Package org.galton." + room + " has no floor yet: give it one in Floors"));
  }
}
