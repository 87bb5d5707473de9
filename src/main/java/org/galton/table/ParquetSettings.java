package org.galton.table;

import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * How a table lies in a file. Chosen so that the rows of one prompt can be read from a sorted file
 * without the rest: pages of few rows with their least and greatest value (Galton's and Spark's
 * reader skip by page), row groups of few megabytes (DuckDB skips by row group), no dictionary
 * where nearly every value is new (one would be read whole with each page).
 *
 * <p>No Bloom filter: {@code prompt_id} is sorted, so least and greatest values say where it is,
 * and it has a dictionary, which says for sure what a row group holds. Parquet writes no filter for
 * a column that is all dictionary.
 *
 * @param rowGroupBytes of compressed and open pages together
 * @param pageRows most rows of a page
 * @param unlike columns whose values hardly ever repeat
 */
public record ParquetSettings(long rowGroupBytes, int pageRows, List<String> unlike) {
  private static final long ROW_GROUP_BYTES = 4L << 20;
  private static final int PAGE_ROWS = 2048;

  public static ParquetSettings of(Table<?> table) {
    List<String> unlike =
        table == Table.ROLLOUTS
            ? List.of("completion", "logprob_sum", "entropy_mean", "seconds")
            : List.of();
    return new ParquetSettings(ROW_GROUP_BYTES, PAGE_ROWS, unlike);
  }

  public void applyTo(ParquetWriter.Builder<?, ?> builder) {
    builder
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withRowGroupSize(rowGroupBytes)
        .withPageRowCountLimit(pageRows)
        .enablePageWriteChecksum();
    unlike.forEach(column -> builder.withDictionaryEncoding(column, false));
  }
}
