package org.galton.job.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.spec.InvalidInput;
import org.galton.study.rates.StatsJob;
import org.galton.study.rates.StatsRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A codec that Spark's readers lack is no passing fault. */
final class UnknownCodecTest {
  /** Field 4 of a column's metadata, an i32 behind field 3, in Thrift's compact protocol. */
  private static final byte CODEC = 0x15;

  private static final byte UNCOMPRESSED = 0;
  private static final byte BROTLI = 4 << 1;

  @TempDir private Path folder;

  @Test
  void aFileInBrotliIsAnErrorOfTheInputThatNamesFileAndCodec() throws IOException {
    SparkSession spark = LocalSpark.session();
    spark
        .sql("SELECT 'a' AS prompt, 0 AS sample, 1 AS correct")
        .coalesce(1)
        .write()
        .option("compression", "none")
        .parquet(folder.resolve("t").toString());
    Path file;
    try (Stream<Path> files = Files.list(folder.resolve("t"))) {
      file = files.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    Path brotli = folder.resolve("rollouts.parquet");
    Files.write(brotli, inBrotli(Files.readAllBytes(file), "prompt", "sample", "correct"));

    assertThatThrownBy(() -> new StatsJob(spark).run(StatsRequest.of(brotli.toString())))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot count rollouts: cannot read "
                + brotli
                + " (org.apache.hadoop.io.compress.BrotliCodec); expected a whole file in a codec"
                + " that is here, such as zstd; write or copy it again");
  }

  /** As if another writer had compressed these columns. */
  private static byte[] inBrotli(byte[] parquet, String... columns) {
    byte[] changed = parquet.clone();
    for (String column : columns) {
      byte[] name = column.getBytes(StandardCharsets.US_ASCII);
      int found = 0;
      for (int at = 0; at + name.length + 1 < changed.length; at++) {
        if (startsAt(changed, at, name)
            && changed[at + name.length] == CODEC
            && changed[at + name.length + 1] == UNCOMPRESSED) {
          changed[at + name.length + 1] = BROTLI;
          found++;
        }
      }
      assertThat(found).as(column).isEqualTo(1);
    }
    return changed;
  }

  private static boolean startsAt(byte[] bytes, int at, byte[] name) {
    for (int i = 0; i < name.length; i++) {
      if (bytes[at + i] != name[i]) {
        return false;
      }
    }
    return true;
  }
}
