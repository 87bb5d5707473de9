package org.galton.view.page;

import java.util.Arrays;
import java.util.List;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.FileFormat;
import org.galton.view.web.Parameters;

/**
 * The rows that a page shows, for use elsewhere.
 *
 * @param sql over the tables as {@code queries/duckdb.sql} names them
 * @param files addresses of all rows, in each kind of file
 */
record Takeaway(String sql, List<Link> files) {
  /** A file to take. */
  record Link(String title, String address) {}

  static Takeaway of(String page, Parameters parameters, BoundSql rows) {
    String query = parameters.without("after", "from", "index").query();
    return new Takeaway(
        rows.plain() + ";",
        Arrays.stream(FileFormat.values())
            .map(format -> new Link(format.title(), page + "." + format.ending() + query))
            .toList());
  }
}
