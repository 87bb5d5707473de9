package org.galton.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the visible files of rollouts under an output folder that a sweep is writing to. */
record PublishedFiles(Path output) {
  int count() {
    Path folder = output.resolve("rollouts");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    AtomicInteger found = new AtomicInteger();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String name = file.getFileName().toString();
              if (name.endsWith(".parquet") && !name.startsWith(".")) {
                found.incrementAndGet();
              }
              return FileVisitResult.CONTINUE;
            }

            /** The sweep publishes a file under another name while this looks. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.get();
  }
}
