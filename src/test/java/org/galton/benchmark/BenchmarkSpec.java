package org.galton.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.galton.spec.SpecSource;
import org.galton.task.Task;
import org.galton.task.TextFiles;
import org.galton.task.kind.TaskKinds;

/** Tasks of kind benchmark as specs write them, with files on this machine. */
final class BenchmarkSpec {
  static final TextFiles FILES =
      new TextFiles() {
        @Override
        public Reader open(String path) throws IOException {
          return Files.newBufferedReader(Path.of(path));
        }

        @Override
        public InputStream bytes(String path) throws IOException {
          return Files.newInputStream(Path.of(path));
        }
      };

  private BenchmarkSpec() {}

  /** Reads a task's keys. */
  static BenchmarkTask read(String yaml) {
    Task task =
        new SpecSource("x.yaml", yaml, List.of()).read(section -> TaskKinds.read(section, FILES));
    return (BenchmarkTask) task;
  }
}
