package org.galton;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rule that a package has few enough files to be seen at once. */
final class PackageSize {
  private static final int MOST = 40;

  private PackageSize() {}

  /** For top-level classes: each is a file. */
  static ArchCondition<JavaClass> bePartOfASmallPackage() {
    return new ArchCondition<>("be part of a package of at most " + MOST + " files") {
      private Map<String, Long> sizes = Map.of();

      @Override
      public void init(Collection<JavaClass> classes) {
        sizes =
            classes.stream()
                .collect(
                    Collectors.groupingBy(
                        JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
      }

      @Override
      public void check(JavaClass type, ConditionEvents events) {}

      @Override
      public void finish(ConditionEvents events) {
        sizes.forEach(
            (name, files) ->
                events.add(
                    new SimpleConditionEvent(
                        name,
                        files <= MOST,
                        "Package %s has %d files: expected at most %d; move what is one capability to a package below it"
                            .formatted(name, files, MOST))));
      }
    };
  }
}
