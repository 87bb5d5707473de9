package org.galton.console;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Another JVM of the tests' classes, with this one's compilers and opened packages. */
public final class ChildJvm {
  private ChildJvm() {}

  /** What starts it, up to its class path; properties, the main class and its arguments follow. */
  public static List<String> command(String heap) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-XX:"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx" + heap, "-cp", classPath()));
    return command;
  }

  /** From any working directory. */
  public static String classPath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** This JVM's compilers, for processes that Spark starts. */
  public static String compilers() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.matches("-XX:(TieredStopAtLevel=.*|[+]UseSerialGC)"))
        .collect(Collectors.joining(" "));
  }
}
