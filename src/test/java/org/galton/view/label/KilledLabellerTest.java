package org.galton.view.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
  @TempDir private Path folder;

  @Test
  void whatWasTakenIsThereWhenAProcessIsKilledAsItWrites() throws Exception {
    Files.createDirectory(folder.resolve("rollouts"));
    List<String> command = new ArrayList<>(ChildJvm.command("512m"));
    command.addAll(List.of(LabelLoop.class.getName(), folder.toString()));
    Process labelling =
        new ProcessBuilder(command)
            .redirectError(folder.resolve("errors").toFile())
            .start();
    int last = -1;
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(labelling.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        last = Integer.parseInt(line);
        if (last >= 100) {
          labelling.destroyForcibly(); // What it says until then still counts.
        }
      }
    }
    assertThat(last).as(Files.readString(folder.resolve("errors"))).isGreaterThanOrEqualTo(100);
    labelling.waitFor();

    Set<Integer> kept = new HashSet<>();
    for (Path file : shown()) {
      for (LabelRow row :
          new TableFile(
                  new org.apache.hadoop.fs.Path(file.toString()), new Configuration(false))
              .rows(Table.LABELS.rows())) {
        kept.add(row.rolloutIndex());
      }
    }
    for (int i = 0; i <= last; i++) {
      assertThat(kept).contains(i);
    }
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
