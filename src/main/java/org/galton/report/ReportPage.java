package org.galton.report;

import java.util.List;

/** A page before it is written. Its template calls it {@code page}. */
public interface ReportPage {
  /** Below {@code org/galton}. */
  String template();

  /** That draw the charts of this page only, below {@code org/galton}. */
  List<String> scripts();

  /** What the scripts read as JSON. */
  Object charts();
}
