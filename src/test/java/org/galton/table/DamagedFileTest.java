package org.galton.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.table.store.TableFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that a disk or a copy has changed is an error, never other values. */
final class DamagedFileTest {
  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path folder;

  @Tag("whole")
  @Test
  void aFlippedByteOfAPageIsNoticed() throws IOException {
    List<ScoreRow> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      boolean right = i % 3 == 0;
      rows.add(
          new ScoreRow(
              "m",
              "t",
              "g",
              "c",
              "p" + i / 8,
              i % 8,
              "scored",
              "" + i % 3,
              right,
              false,
              right ? 1.0 : 0.0,
              null,
              null,
              null,
              null,
              null,
              null));
    }
    file("whole").publish(Table.SCORES, rows, () -> {});
    byte[] bytes = Files.readAllBytes(folder.resolve("whole.parquet"));
    int noticed = 0;
    List<Integer> other = new ArrayList<>();
    for (int place = 0; place < bytes.length; place++) {
      byte[] flipped = bytes.clone();
      flipped[place] ^= 1;
      Files.write(folder.resolve("flipped.parquet"), flipped);
      try {
        if (!file("flipped").rows(Table.SCORES.rows()).equals(rows)) {
          other.add(place);
        }
      } catch (UncheckedIOException e) {
        noticed++;
      }
    }
    // The foot, a name or a statistic in it that nobody reads, has no checksum of its own.
    assertThat(noticed).isGreaterThan(bytes.length / 3);
    assertThat(other).isEmpty();
  }

  record Key(String promptId, int rolloutIndex) {}

  /** As a page reads whose levels were changed. */
  @Test
  void anAbsentValueWhereNoneMayBeIsDamage() throws IOException {
    Path written = folder.resolve("written");
    LocalSpark.session()
        .sql("SELECT CAST(NULL AS STRING) AS prompt_id, 1 AS rollout_index")
        .write()
        .parquet(written.toString());
    Path part;
    try (Stream<Path> parts = Files.list(written)) {
      part = parts.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    Files.move(part, folder.resolve("absent.parquet"));

    assertThatThrownBy(() -> file("absent").rows(Table.SCORES.part(Key.class)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("prompt_id is NULL where none may be");
  }

  private TableFile file(String name) {
    return new TableFile(
        new org.apache.hadoop.fs.Path(folder.resolve(name + ".parquet").toString()), HADOOP);
  }
}
