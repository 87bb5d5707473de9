package org.galton.study.play;

import java.util.List;
import java.util.stream.Collectors;
import org.galton.console.TextTable;
import org.galton.environment.Tool;
import org.galton.environment.suite.Environments;

/** The environments as a table. */
final class EnvironmentList {
  private EnvironmentList() {}

  static String text() {
    return TextTable.of(
            List.of("environment", "turns", "tools", "size"),
            Environments.ALL.stream()
                .map(
                    environment ->
                        List.of(
                            environment.id(),
                            Integer.toString(environment.turnLimit()),
                            environment.tools().stream()
                                .map(Tool::name)
                                .collect(Collectors.joining(", ")),
                            environment.parameters().entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + entry.getValue())
                                .sorted()
                                .collect(Collectors.joining("; "))))
                .toList())
        .toString();
  }
}
