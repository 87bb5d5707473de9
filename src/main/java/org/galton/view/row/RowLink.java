package org.galton.view.row;

import org.galton.view.web.Parameters;

/** Addresses of pages about a part of the tables, as they stand behind the page's name. */
public final class RowLink {
  private RowLink() {}

  public static String to(String... namesAndValues) {
    Parameters parameters = Parameters.none();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters = parameters.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return parameters.query();
  }
}
