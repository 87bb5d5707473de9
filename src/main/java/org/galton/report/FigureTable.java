package org.galton.report;

import java.util.List;

/** A chart's figures, for readers who cannot see it or want them exactly. */
record FigureTable(String caption, List<String> columns, List<List<String>> rows) {
  static final FigureTable NONE = new FigureTable("", List.of(), List.of());
}
