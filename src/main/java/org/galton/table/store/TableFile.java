package org.galton.table.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.galton.table.Mapping;
import org.galton.table.ParquetSettings;
import org.galton.table.RowReadSupport;
import org.galton.table.RowWriteSupport;
import org.galton.table.Table;

/** A Parquet file of a table, whole or absent as its {@link Store} promises. */
public final class TableFile {
  /** What became of an attempt to publish a file. */
  public enum Publication {
    PUBLISHED,
    /** Another attempt has published the file of this name; this one left nothing behind. */
    ALREADY_THERE
  }

  private final Path path;
  private final Configuration configuration;
  private final Store store;

  public TableFile(Path path, Configuration configuration) {
    this.path = path;
    this.configuration = configuration;
    this.store = Store.of(path, configuration);
  }

  public Path path() {
    return path;
  }

  public boolean exists() {
    return Storage.attempt("look for", path, () -> store.files().exists(path));
  }

  public void delete() {
    Storage.attempt("delete", path, () -> store.files().delete(path, false));
  }

  /**
   * Writes the rows, unless the file is already there.
   *
   * @param fence asked just before the file becomes visible; throws where it must not
   * @throws Unfinished when there is no space for it; nothing of it is left
   * @throws java.io.UncheckedIOException when it cannot be written for another reason
   * @throws IllegalStateException when a row does not keep the schema
   */
  public <R extends Record> Publication publish(Table<R> table, Iterable<R> rows, Runnable fence) {
    if (exists()) {
      return Publication.ALREADY_THERE;
    }
    return Storage.attempt(
        "write", path, () -> store.publish(path, output -> write(table, rows, output), fence));
  }

  private <R extends Record> void write(Table<R> table, Iterable<R> rows, OutputFile output)
      throws IOException {
    // Without it Parquet reads all of Hadoop's settings from their files anew for each file.
    try (ParquetWriter<R> writer = new Writer<>(output, table).withConf(configuration).build()) {
      for (R row : rows) {
        writer.write(row);
      }
    }
  }

  /**
   * Reads the columns that a record names, row by row in the file's order.
   *
   * @throws java.io.UncheckedIOException when it cannot be read whole: it is damaged, cut short, or
   *     no Parquet
   */
  public <R extends Record> void forEach(Mapping<R> rows, Consumer<R> sink) {
    RowReadSupport<R> support = new RowReadSupport<>(rows);
    Storage.attempt(
        "read",
        path,
        () -> {
          long read = read(support, FilterCompat.NOOP, sink);
          if (support.noted().orElse(read) != read) {
            throw new IOException(
                "it is damaged: %d rows are in it, %d were written"
                    .formatted(read, support.noted().getAsLong()));
          }
          return null;
        });
  }

  /** Returns the number of rows. */
  private <R extends Record> long read(
      RowReadSupport<R> support, FilterCompat.Filter filter, Consumer<R> sink) throws IOException {
    long read = 0;
    try (ParquetReader<R> reader = reader(support, filter)) {
      for (R row = next(reader); row != null; row = next(reader)) {
        sink.accept(row);
        read++;
      }
    }
    return read;
  }

  /** Parquet reports damage, such as a page that is not as it was written, as it comes. */
  private static <R> R next(ParquetReader<R> reader) throws IOException {
    try {
      return reader.read();
    } catch (RuntimeException e) {
      Throwable damage = Objects.requireNonNullElse(ExceptionUtils.getRootCause(e), e);
      throw new IOException(damage.getMessage(), e);
    }
  }

  /**
   * Reads the rows of one prompt. Of a sorted file only the pages that may hold them are read.
   *
   * @param rows name the column {@code prompt_id}, and others
   */
  public <R extends Record> void forEachOf(String promptId, Mapping<R> rows, Consumer<R> sink) {
    FilterCompat.Filter filter =
        FilterCompat.get(
            FilterApi.eq(FilterApi.binaryColumn("prompt_id"), Binary.fromString(promptId)));
    Storage.attempt("read", path, () -> read(new RowReadSupport<>(rows), filter, sink));
  }

  public <R extends Record> List<R> rows(Mapping<R> mapping) {
    List<R> rows = new ArrayList<>();
    forEach(mapping, rows::add);
    return rows;
  }

  private <R extends Record> ParquetReader<R> reader(
      RowReadSupport<R> support, FilterCompat.Filter filter) throws IOException {
    return new ParquetReader.Builder<R>(HadoopInputFile.fromPath(path, configuration)) {
      @Override
      protected ReadSupport<R> getReadSupport() {
        return support;
      }
    }.withFilter(filter).usePageChecksumVerification().build();
  }

  /** What a file is written with: see {@link ParquetSettings}. */
  private static final class Writer<R extends Record> extends ParquetWriter.Builder<R, Writer<R>> {
    private final Table<R> table;

    Writer(OutputFile output, Table<R> table) {
      super(output);
      this.table = table;
      ParquetSettings.of(table).applyTo(this);
    }

    @Override
    protected Writer<R> self() {
      return this;
    }

    @SuppressWarnings("deprecation") // The only form that Parquet requires.
    @Override
    protected WriteSupport<R> getWriteSupport(Configuration configuration) {
      return new RowWriteSupport<>(table);
    }
  }
}
