package org.galton.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.galton.spec.InvalidInput;

/**
 * A page of Markdown with a table of ratios between two marks.
 *
 * @param path of the page
 * @param before what stands before the table, the first mark included
 * @param lines of the table
 * @param after what stands behind it, the second mark included
 */
record RatioPage(Path path, List<String> before, List<RatioLine> lines, List<String> after) {
  static final String BEGIN = "<!-- bench all: begin -->";
  static final String END = "<!-- bench all: end -->";

  /** Whether a file can be read and has the first mark. */
  static boolean isOne(Path path) {
    try {
      return Files.readAllLines(path).contains(BEGIN);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * @throws InvalidInput when the page cannot be read, lacks a mark, or has a line between them
   *     that is not one of the table
   */
  static RatioPage read(Path path) {
    List<String> text;
    try {
      text = Files.readAllLines(path);
    } catch (IOException e) {
      throw new InvalidInput(
          "Cannot read the page %s: %s; name a file of UTF-8 by --page"
              .formatted(path, e.toString()),
          e);
    }
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new InvalidInput(
          ("Cannot read the page %s: expected a line %s and below it a line %s; add both where the"
                  + " table is to stand")
              .formatted(path, BEGIN, END));
    }
    List<RatioLine> lines = new ArrayList<>();
    List<String> heading = heading();
    int first = begin + 1;
    for (int i = first; i < end; i++) {
      boolean ofHeading = i - first < heading.size() && text.get(i).equals(heading.get(i - first));
      if (!ofHeading && !text.get(i).isBlank()) {
        lines.add(line(path, i + 1, text.get(i)));
      }
    }
    return new RatioPage(
        path, text.subList(0, first), List.copyOf(lines), text.subList(end, text.size()));
  }

  private static RatioLine line(Path path, int number, String text) {
    try {
      return RatioLine.of(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "Cannot read line %d of the page %s: %s; correct the line or remove it"
              .formatted(number, path, e.getMessage()),
          e);
    }
  }

  private static List<String> heading() {
    return List.of(
        RatioLine.row(RatioLine.HEADINGS.stream()),
        RatioLine.row(RatioLine.HEADINGS.stream().map(any -> "---")));
  }

  /** The page with another table in the place of its own. */
  RatioPage with(List<RatioLine> others) {
    return new RatioPage(path, before, others, after);
  }

  void write() {
    List<String> text =
        Stream.of(
                before.stream(),
                heading().stream(),
                lines.stream().map(RatioLine::markdown),
                after.stream())
            .flatMap(part -> part)
            .toList();
    try {
      Files.write(path, text);
    } catch (IOException e) {
      throw new InvalidInput(
          "Cannot write the page %s: %s; make it writable or name another by --page"
              .formatted(path, e.toString()),
          e);
    }
  }
}
