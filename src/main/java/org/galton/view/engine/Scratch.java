package org.galton.view.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder of the engine's own, which this user alone can read: what a query cannot hold in memory,
 * and files that are taken away. It is deleted at the end.
 */
record Scratch(Path folder) implements AutoCloseable {
  static Scratch make() {
    try {
      return new Scratch(Files.createTempDirectory("galton-view-").toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot make a folder for temporary files under " + System.getProperty("java.io.tmpdir"),
          e);
    }
  }

  Path file(String ending) {
    return folder.resolve(UUID.randomUUID() + "." + ending);
  }

  /** Whatever there is of it. */
  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete the temporary file " + file, e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete the temporary files in " + folder, e);
    }
  }
}
