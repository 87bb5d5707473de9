package org.galton.report;

import java.util.List;

/** A page before it is written. Its template calls it {@code page}. */
public interface ReportPage {
  /** On the class path. */
  String template();

  /** That draw the charts of this page only, on the class path. */
  List<String> scripts();

  /** What the scripts read as JSON. */
  Object charts();
}
