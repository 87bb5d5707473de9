package org.galton.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The jar that {@code examples/extension} is built to. */
final class ExampleExtension {
  private static final Path SOURCES = Path.of("examples/extension");

  private ExampleExtension() {}

  /** Compiles against this build as it is and packs, in a folder that is new. */
  static Path build(Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--release",
                "17",
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString()));
    files(SOURCES.resolve("java")).stream()
        .map(Path::toString)
        .filter(name -> name.endsWith(".java"))
        .forEach(arguments::add);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    if (status != 0) {
      throw new AssertionError("Cannot compile " + SOURCES + ": see the errors of javac above");
    }
    // Spark takes no two jars of one name.
    Path jar = folder.resolve("my " + folder.getFileName() + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      add(entries, classes, classes);
      add(entries, SOURCES.resolve("java"), SOURCES.resolve("java"));
      add(entries, SOURCES, SOURCES.resolve("META-INF"));
    }
    return jar;
  }

  private static void add(JarOutputStream entries, Path root, Path folder) throws IOException {
    for (Path file : files(folder)) {
      entries.putNextEntry(new JarEntry(root.relativize(file).toString()));
      Files.copy(file, entries);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
