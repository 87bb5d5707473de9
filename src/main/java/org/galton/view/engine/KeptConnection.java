package org.galton.view.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * A connection with the views that the last reading made in it. Those over files of rollouts, which
 * take most of the time to make, are good as long as the same files count.
 */
final class KeptConnection implements AutoCloseable {
  private static final Set<String> KEPT =
      Set.of("rollouts", "scores", "rollout_tokens", "searches", "search_nodes");

  private final Connection connection;
  private final Set<String> made = new HashSet<>();
  private String files;

  KeptConnection(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /** Null before the first listing. */
  String files() {
    return files;
  }

  /** To be told which files of rollouts count now. */
  void list(String now) {
    if (now.equals(files)) {
      made.retainAll(KEPT);
    } else {
      made.clear();
      files = now;
    }
  }

  /** Whether the view has to be made. */
  boolean lacks(String table) {
    return made.add(table);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
