package org.galton;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.cli.Galton;
import org.junit.jupiter.api.Test;

/** Mathematics that no command shows is no use to anyone: show its figure, or delete it. */
final class ReachedMathematicsTest {
  private static final Set<String> GROUND =
      Set.of("reward", "statistics", "information", "scaling", "emergence", "balance", "search");

  private static final Path SERVICES = Path.of("src/main/resources/META-INF/services");

  @Test
  void everyClassOfTheGroundFloorIsReachedByACommand() throws IOException {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("org.galton");
    Set<String> reached = reached(classes, roots());

    List<String> shelved =
        classes.stream()
            .filter(one -> GROUND.contains(room(one)))
            .filter(one -> !one.getSimpleName().equals("package-info"))
            .map(JavaClass::getName)
            .filter(name -> !name.contains("$"))
            .filter(name -> !reached.contains(name))
            .sorted()
            .toList();

    assertThat(reached).hasSizeGreaterThan(500);
    assertThat(shelved).as("reached by no command: show its figure, or delete it").isEmpty();
  }

  /** {@code statistics} for {@code org.galton.statistics.rate}. */
  private static String room(JavaClass one) {
    return one.getPackageName().replaceFirst("org\\.galton\\.?", "").replaceFirst("\\..*", "");
  }

  /** The command line, and what is found by its registration. */
  private static List<String> roots() throws IOException {
    List<String> roots = new ArrayList<>(List.of(Galton.class.getName()));
    if (Files.isDirectory(SERVICES)) {
      try (Stream<Path> files = Files.list(SERVICES)) {
        for (Path file : files.toList()) {
          Files.readAllLines(file).stream()
              .map(line -> line.replaceFirst("#.*", "").strip())
              .filter(line -> line.startsWith("org.galton."))
              .forEach(roots::add);
        }
      }
    }
    return roots;
  }

  private static Set<String> reached(JavaClasses classes, List<String> roots) {
    Set<JavaClass> reached = new HashSet<>();
    Deque<JavaClass> open = new ArrayDeque<>();
    roots.forEach(root -> open.add(classes.get(root)));
    while (!open.isEmpty()) {
      JavaClass next = open.pop();
      if (reached.add(next)) {
        next.getDirectDependenciesFromSelf().stream()
            .map(Dependency::getTargetClass)
            .map(JavaClass::getBaseComponentType)
            .filter(target -> target.getPackageName().startsWith("org.galton"))
            .forEach(open::add);
      }
    }
    return reached.stream().map(JavaClass::getName).collect(Collectors.toSet());
  }
}
