package org.galton.job.input;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a file of rows is written; its name says so. */
public enum InputFormat {
  CSV(List.of(".csv", ".csv.gz")),
  JSONL(List.of(".jsonl", ".jsonl.gz", ".ndjson")),
  PARQUET(List.of(".parquet"));

  static final String EXPECTED = "*.csv, *.jsonl or *.parquet";

  private final List<String> endings;

  InputFormat(List<String> endings) {
    this.endings = endings;
  }

  /** The name without its known ending, whatever dots it has. */
  public static String stem(String file) {
    return Arrays.stream(values())
        .flatMap(format -> format.endings.stream())
        .filter(file::endsWith)
        .max(Comparator.comparingInt(String::length))
        .map(ending -> file.substring(0, file.length() - ending.length()))
        .orElse(file);
  }

  static Optional<InputFormat> of(String file) {
    return Arrays.stream(values())
        .filter(format -> format.endings.stream().anyMatch(file::endsWith))
        .findFirst();
  }
}
