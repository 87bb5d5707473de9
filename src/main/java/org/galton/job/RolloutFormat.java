package org.galton.job;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a file of rollouts is written; its name says so. */
enum RolloutFormat {
  CSV(List.of(".csv", ".csv.gz")),
  JSONL(List.of(".jsonl", ".jsonl.gz", ".ndjson")),
  PARQUET(List.of(".parquet"));

  static final String EXPECTED = "*.csv, *.jsonl or *.parquet";

  private final List<String> endings;

  RolloutFormat(List<String> endings) {
    this.endings = endings;
  }

  static Optional<RolloutFormat> of(String file) {
    return Arrays.stream(values())
        .filter(format -> format.endings.stream().anyMatch(file::endsWith))
        .findFirst();
  }
}
