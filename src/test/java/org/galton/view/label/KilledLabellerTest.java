package org.galton.view.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.ChildJvm;
import org.galton.table.LabelRow;
import org.galton.table.Table;
import org.galton.table.store.TableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KilledLabellerTest {
  private static final int LEAST = 30;

  @TempDir private Path folder;

  @Test
  void whatWasTakenIsThereWhenAProcessIsKilledAsItWrites() throws Exception {
    Files.createDirectory(folder.resolve("rollouts"));
    List<String> command = new ArrayList<>(ChildJvm.command("512m"));
    command.addAll(List.of(LabelLoop.class.getName(), folder.toString()));
    Path said = folder.resolve("said");
    Path errors = folder.resolve("errors");
    Process labelling =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(errors.toFile())
            .start();
    while (labelling.isAlive() && taken(said) < LEAST) {
      Thread.sleep(5);
    }
    labelling.destroyForcibly().waitFor();
    long taken = taken(said);
    assertThat(taken).as(Files.readString(errors)).isGreaterThanOrEqualTo(LEAST);

    Set<Integer> kept = new HashSet<>();
    for (Path file : shown()) {
      for (LabelRow row :
          new TableFile(new org.apache.hadoop.fs.Path(file.toString()), new Configuration(false))
              .rows(Table.LABELS.rows())) {
        kept.add(row.rolloutIndex());
      }
    }
    for (int i = 0; i < taken; i++) {
      assertThat(kept).contains(i);
    }
  }

  /** Whole lines: each is a label that was taken. */
  private static long taken(Path said) throws IOException {
    return Files.readString(said).chars().filter(c -> c == '\n').count();
  }

  /** Whatever a glob of {@code *.parquet} takes has to be whole. */
  private List<Path> shown() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("labels"))) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .toList();
    }
  }
}
