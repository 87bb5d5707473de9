package org.galton.job;

import java.util.Arrays;
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

  static Optional<InputFormat> of(String file) {
    return Arrays.stream(values())
        .filter(format -> format.endings.stream().anyMatch(file::endsWith))
        .findFirst();
  }
}
