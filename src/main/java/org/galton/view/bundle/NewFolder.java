package org.galton.view.bundle;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.galton.spec.InvalidInput;

/** A folder that is there once all of it is written, or not at all. */
public final class NewFolder {
  /** Fills a folder. */
  @FunctionalInterface
  public interface Filling<R> {
    R fill(Path folder) throws IOException;
  }

  private final String name;
  private final Path path;

  private NewFolder(String name, Path path) {
    this.name = name;
    this.path = path;
  }

  /**
   * @throws InvalidInput when something is there already
   */
  public static NewFolder of(String name) {
    try {
      Path path = Path.of(name).toAbsolutePath().normalize();
      if (Files.exists(path) && !isEmptyFolder(path)) {
        throw new InvalidInput(
            "Cannot write pages to %s: there is something already; name a folder that is new or empty"
                .formatted(name));
      }
      return new NewFolder(name, path);
    } catch (IOException | InvalidPathException e) {
      throw new InvalidInput("Cannot write pages to %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      return !files.iterator().hasNext();
    }
  }

  /**
   * @throws InvalidInput when it cannot be written
   */
  public <R> R fill(Filling<R> filling) {
    try {
      Path parent = Files.createDirectories(path.getParent());
      Path part = Files.createTempDirectory(parent, "." + path.getFileName() + "-");
      try {
        R filled = filling.fill(part);
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return filled;
      } finally {
        delete(part);
      }
    } catch (IOException e) {
      throw new InvalidInput("Cannot write pages to %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        for (Path path : deepestFirst) {
          Files.delete(path);
        }
      }
    }
  }
}
