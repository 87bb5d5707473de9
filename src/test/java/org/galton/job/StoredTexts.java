package org.galton.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.table.RolloutRow;
import org.galton.table.Table;
import org.galton.table.store.TableFile;

/** The rollouts that lie in an output folder. */
public final class StoredTexts {
  private static final Configuration HADOOP = new Configuration();

  private StoredTexts() {}

  /** Completions by key; fails on a key that is there twice. */
  public static Map<String, String> drawn(Path output) {
    return rollouts(output).stream()
        .filter(row -> !row.status().equals("failed"))
        .collect(
            Collectors.toMap(
                row -> row.generation() + "/" + row.promptId() + "/" + row.rolloutIndex(),
                RolloutRow::completion,
                (first, second) -> {
                  throw new AssertionError("a rollout is stored twice: " + first);
                },
                TreeMap::new));
  }

  public static List<RolloutRow> failures(Path output) {
    return rollouts(output).stream().filter(row -> row.status().equals("failed")).toList();
  }

  private static List<RolloutRow> rollouts(Path output) {
    try (Stream<Path> files = Files.walk(output.resolve(Table.ROLLOUTS.name()))) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .sorted()
          .map(file -> new org.apache.hadoop.fs.Path(file.toString()))
          .flatMap(file -> new TableFile(file, HADOOP).rows(Table.ROLLOUTS.rows()).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
