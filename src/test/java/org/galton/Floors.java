package org.galton;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/**
 * The floors of the house, from the ground up, and the rule that a package uses only those below
 * its own.
 */
final class Floors {
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("numerics"),
          Set.of("statistics", "information", "scaling", "program", "chat"),
          Set.of(
              "audit",
              "reward",
              "emergence",
              "balance",
              "game",
              "search",
              "worldmodel",
              "frechet",
              "selection",
              "leaderboard",
              "reliability",
              "flags",
              "junk",
              "cell"),
          Set.of("environment"),
          Set.of("spec"),
          Set.of("task", "model", "table", "playbook"),
          Set.of("train", "sweep", "bench", "samplelog", "benchmark"),
          Set.of("model.source", "job.run", "job.monitoring", "report"),
          Set.of("job.input", "judging", "view", "serve"),
          Set.of("job.draw", "job.figure", "job.agents", "sql"),
          Set.of("job.score", "job.summary", "job.query", "job.gate", "job.policy"),
          Set.of("job.sweep", "job.samples", "reinforce"),
          Set.of("job.comparison", "job.bench", "report.sweep"),
          Set.of("console"),
          Set.of("study"),
          Set.of("study.*"),
          Set.of("job.upkeep"),
          Set.of("cli.sweep"),
          Set.of("cli.*"),
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
    Room from = Room.of(dependency.getOriginClass());
    Room to = Room.of(dependency.getTargetClass());
    return from.name().equals(to.name()) || to.floor() < from.floor();
  }

  /**
   * The longest entry that a package lies below: {@code model} for {@code org.galton.model.llama}.
   * Of {@code study.*} each package is a room.
   */
  private record Room(String name, int floor) {
    static Room of(JavaClass type) {
      String name = type.getPackageName().substring("org.galton.".length());
      for (String room = name; !room.isEmpty(); room = parent(room)) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
          String all = parent(room) + ".*";
          if (FLOORS.get(floor).contains(room) || FLOORS.get(floor).contains(all)) {
            return new Room(room, floor);
          }
        }
      }
      throw new AssertionError(
          "Package " + type.getPackageName() + " has no floor yet: give it one in Floors");
    }

    private static String parent(String name) {
      return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
  }
}
