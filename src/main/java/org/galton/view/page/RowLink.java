package org.galton.view.page;

import org.galton.view.web.Parameters;

/** Addresses of pages about a part of the tables, as they stand behind the page's name. */
final class RowLink {
  private RowLink() {}

  static String to(String... namesAndValues) {
    Parameters parameters = Parameters.none();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters = parameters.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return parameters.query();
  }
}
