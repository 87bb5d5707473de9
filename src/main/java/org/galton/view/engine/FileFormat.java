package org.galton.view.engine;

import java.util.Arrays;
import java.util.Optional;

/** A kind of file that rows are taken away in. */
public enum FileFormat {
  CSV("csv", "CSV", "text/csv; charset=utf-8", "FORMAT csv, HEADER true"),
  JSON_LINES("jsonl", "JSON Lines", "application/x-ndjson", "FORMAT json"),
  PARQUET(
      "parquet", "Parquet", "application/vnd.apache.parquet", "FORMAT parquet, COMPRESSION zstd");

  private final String ending;
  private final String title;
  private final String type;
  private final String options;

  FileFormat(String ending, String title, String type, String options) {
    this.ending = ending;
    this.title = title;
    this.type = type;
    this.options = options;
  }

  public static Optional<FileFormat> of(String ending) {
    return Arrays.stream(values()).filter(format -> format.ending.equals(ending)).findFirst();
  }

  public String ending() {
    return ending;
  }

  public String title() {
    return title;
  }

  /** As HTTP names it. */
  public String type() {
    return type;
  }

  /** Of {@code COPY}. */
  String options() {
    return options;
  }
}
