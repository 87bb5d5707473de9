package org.galton.benchmark.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.galton.spec.InvalidInput;
import org.galton.spec.text.GivenText;
import org.galton.task.TextFiles;

/** Reads a file from its first row to its last; its name says how it is written. */
public final class PublishedFile {
  /** Of one file. */
  public static final int MOST_ROWS = 1_000_000;

  private static final String EXPECTED =
      "a file *.parquet, *.jsonl, *.json or *.csv, the last three also with .gz";

  private final String path;
  private final Consumer<PublishedRow> sink;
  private int rows;

  private PublishedFile(String path, Consumer<PublishedRow> sink) {
    this.path = path;
    this.sink = sink;
  }

  /**
   * Hands every row to the sink.
   *
   * @throws IOException when it is not there or cannot be read
   * @throws InvalidInput naming the row that is not as its format says
   */
  public static void read(String path, TextFiles files, Consumer<PublishedRow> sink)
      throws IOException {
    PublishedFile file = new PublishedFile(path, sink);
    String name = path.toLowerCase(Locale.ROOT);
    String bare = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    boolean packed = !bare.equals(name);
    if (bare.endsWith(".parquet") && !packed) {
      try (InputStream bytes = files.bytes(path)) {
        ParquetRows.read(InMemoryFile.of(bytes, path), file);
      }
      return;
    }
    boolean csv = bare.endsWith(".csv");
    if (!csv && !bare.endsWith(".jsonl") && !bare.endsWith(".json") && !bare.endsWith(".ndjson")) {
      throw new InvalidInput("Cannot read " + path + ": expected " + EXPECTED);
    }
    try (InputStream bytes = files.bytes(path);
        InputStream plain = packed ? new GZIPInputStream(bytes) : bytes;
        BufferedReader text = GivenText.lines(plain, path)) {
      if (csv) {
        CsvRows.read(text, file);
      } else {
        JsonRows.read(text, file);
      }
    }
  }

  String path() {
    return path;
  }

  /** The number of the row that is being read. */
  int next() {
    return rows + 1;
  }

  void add(Map<String, Object> columns) {
    if (rows == MOST_ROWS) {
      throw new InvalidInput(
          "Cannot read %s: it has more than %,d rows, expected at most so many"
              .formatted(path, MOST_ROWS));
    }
    sink.accept(new PublishedRow(++rows, columns));
  }

  InvalidInput broken(String found, String expected) {
    return new InvalidInput(
        "Cannot read %s row %d: %s, expected %s".formatted(path, next(), found, expected));
  }
}
