package org.galton.report;

import java.util.List;
import java.util.Set;

/**
 * A chart's figures, for readers who cannot see it or want them exactly.
 *
 * @param words places of columns after the first, from 0, whose cells are words and not figures
 */
public record FigureTable(
    String caption, List<String> columns, List<List<String>> rows, Set<Integer> words) {
  public static final FigureTable NONE = new FigureTable("", List.of(), List.of());

  /** Of figures only. */
  public FigureTable(String caption, List<String> columns, List<List<String>> rows) {
    this(caption, columns, rows, Set.of());
  }
}
