package org.galton.model.llama.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of checkpoints and adapters that are there whole or not at all. */
public final class WholeFolder {
  private WholeFolder() {}

  /** Fills a folder. */
  @FunctionalInterface
  public interface Filling {
    void into(Path folder) throws IOException;
  }

  /** A folder that appears when it is filled, in place of one that is there. */
  public static void write(Path folder, Filling filling) throws IOException {
    Path temporary = folder.resolveSibling("." + folder.getFileName() + ".tmp");
    remove(temporary);
    Files.createDirectories(temporary);
    filling.into(temporary);
    remove(folder);
    Files.move(temporary, folder);
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
