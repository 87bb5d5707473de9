package org.galton.table.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CurrentFilesTest {
  private static final String CELL = "model=m/task=t/generation=g";

  @TempDir private Path output;

  @Test
  void withoutAMergeEverythingVisibleCounts() throws IOException {
    rollouts(
        "rollouts-a.parquet", "failed-a.parquet", "part-0.parquet", ".b.parquet", "_c.parquet");

    assertThat(names(in().current()))
        .containsExactlyInAnyOrder("rollouts-a.parquet", "failed-a.parquet", "part-0.parquet");
    assertThat(in().epoch()).isZero();
  }

  @Test
  void aMergeCountsOnceItsLastPartIsThere() throws IOException {
    rollouts("rollouts-a.parquet", "rollouts-b.parquet", "failed-a.parquet");
    rollouts("merged-0001-001-of-002.parquet");
    assertThat(names(in().current()))
        .containsExactlyInAnyOrder("rollouts-a.parquet", "rollouts-b.parquet", "failed-a.parquet");
    assertThat(names(in().unfinished())).containsExactly("merged-0001-001-of-002.parquet");

    rollouts("merged-0001-002-of-002.parquet");
    assertThat(names(in().current()))
        .containsExactlyInAnyOrder(
            "merged-0001-001-of-002.parquet", "merged-0001-002-of-002.parquet", "failed-a.parquet");
    assertThat(names(in().replaced()))
        .containsExactlyInAnyOrder("rollouts-a.parquet", "rollouts-b.parquet");
  }

  @Test
  void whatWasDrawnSinceAMergeCountsBesideIt() throws IOException {
    rollouts("rollouts-a.parquet", "merged-0001-001-of-001.parquet", "rollouts-0001-b.parquet");
    assertThat(names(in().current()))
        .containsExactlyInAnyOrder("merged-0001-001-of-001.parquet", "rollouts-0001-b.parquet");

    rollouts("merged-0002-001-of-001.parquet", "merged-0003-002-of-002.parquet");
    assertThat(names(in().current())).containsExactly("merged-0002-001-of-001.parquet");
    assertThat(in().epoch()).isEqualTo(2);
    assertThat(in().lastEpoch()).isEqualTo(3);
    assertThat(names(in().unfinished())).containsExactly("merged-0003-002-of-002.parquet");
  }

  @Test
  void scoresCountWhereTheRolloutsOfTheirNameDo() throws IOException {
    rollouts("rollouts-a.parquet", "rollouts-b.parquet");
    scores("rollouts-a.parquet", "rollouts-gone.parquet", "merged-0001-001-of-001.parquet");
    CurrentFiles before = scored();
    assertThat(names(before.current())).containsExactly("rollouts-a.parquet");
    assertThat(names(before.orphaned())).containsExactly("rollouts-gone.parquet");
    assertThat(names(before.unfinished())).containsExactly("merged-0001-001-of-001.parquet");

    rollouts("merged-0001-001-of-001.parquet");
    CurrentFiles after = scored();
    assertThat(names(after.current())).containsExactly("merged-0001-001-of-001.parquet");
    assertThat(names(after.replaced()))
        .containsExactlyInAnyOrder("rollouts-a.parquet", "rollouts-gone.parquet");
    assertThat(after.orphaned()).isEmpty();
  }

  @Test
  void aLostPartIsAnErrorAndNoReasonToDrawAgain() throws IOException {
    rollouts("merged-0001-001-of-003.parquet", "merged-0001-003-of-003.parquet");
    rollouts("rollouts-0001-b.parquet");

    assertThatThrownBy(this::in)
        .isInstanceOf(Unfinished.class)
        .hasMessage(
            "Cannot read %s: 2 of the 3 files of merge 1 are there, and what it replaced is gone;"
                    .formatted(output.resolve("rollouts").resolve(CELL))
                + " bring the others back from a copy, or delete these to draw everything again");
  }

  @Test
  void noFolderHoldsNothing() throws IOException {
    assertThat(in().current()).isEmpty();
    assertThat(in().lastEpoch()).isZero();
  }

  private void rollouts(String... names) throws IOException {
    create("rollouts/" + CELL, names);
  }

  private void scores(String... names) throws IOException {
    create("scores/" + CELL + "/scorer=s", names);
  }

  private void create(String folder, String... names) throws IOException {
    Path path = Files.createDirectories(output.resolve(folder));
    for (String name : names) {
      Files.createFile(path.resolve(name));
    }
  }

  private CurrentFiles in() throws IOException {
    return in("rollouts/" + CELL);
  }

  private CurrentFiles scored() throws IOException {
    return in("scores/" + CELL + "/scorer=s");
  }

  private CurrentFiles in(String folder) throws IOException {
    return CurrentFiles.in(
        new org.apache.hadoop.fs.Path(output.resolve(folder).toString()),
        FileSystem.getLocal(new Configuration()).getRaw());
  }

  private static List<String> names(List<FileStatus> files) {
    return files.stream().map(file -> file.getPath().getName()).toList();
  }
}
