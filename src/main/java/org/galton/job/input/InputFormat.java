package org.galton.job.input;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.galton.spec.InvalidInput;

/** How a file of rows is written; its name says so. */
public enum InputFormat {
  CSV("as many cells as the header", ".csv", ".csv.gz"),
  JSONL("one JSON object a line", ".jsonl", ".jsonl.gz", ".ndjson"),
  PARQUET("whole columns", ".parquet");

  static final String EXPECTED = "*.csv, *.jsonl or *.parquet";

  private final String shape;
  private final List<String> endings;

  InputFormat(String shape, String... endings) {
    this.shape = shape;
    this.endings = List.of(endings);
  }

  /** What to throw for a line that does not parse. */
  public InvalidInput unparsed(String file, String line) {
    return new InvalidInput(
        "Cannot read %s: the line '%s' does not parse; expected %s"
            .formatted(file, Excerpt.of(line), shape));
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
