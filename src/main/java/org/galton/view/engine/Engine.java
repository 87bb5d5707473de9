package org.galton.view.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A DuckDB database in memory that can read the given folders and nothing else: no other file, no
 * network, no extension; and its settings are locked. Links that lead out of a folder are not
 * followed.
 */
public final class Engine implements AutoCloseable {
  /** How often a page is begun again since files vanished under it. */
  private static final int MOST_LISTS = 5;

  /** What reads a snapshot. */
  @FunctionalInterface
  public interface Reading<R> {
    R read(Snapshot tables) throws SQLException;
  }

  private final String address;
  private final Connection owner;
  private final Scratch scratch;
  private final Map<Integer, Queue<KeptConnection>> idle = new ConcurrentHashMap<>();
  private final TableScript script = TableScript.shipped();

  private final FileListing listing;

  private Engine(String address, Connection owner, Scratch scratch, FileListing listing) {
    this.listing = listing;
    this.address = address;
    this.owner = owner;
    this.scratch = scratch;
  }

  /**
   * @throws IllegalStateException when DuckDB is not on the class path or does not start
   */
  public static Engine over(List<ViewedFolder> folders, EngineLimits limits, FileListing listing) {
    // Connections to one name share the database, which ends with the last of them.
    String address = "jdbc:duckdb::memory:galton-" + UUID.randomUUID();
    Scratch scratch = Scratch.make();
    try {
      Connection owner = DriverManager.getConnection(address);
      List<Path> readable = new ArrayList<>(List.of(scratch.folder()));
      folders.forEach(folder -> readable.add(folder.path()));
      LockedDuckDb.lock(owner, readable, settings(scratch, limits));
      return new Engine(address, owner, scratch, listing);
    } catch (SQLException e) {
      scratch.close();
      throw new IllegalStateException("Cannot start DuckDB: " + e.getMessage(), e);
    }
  }

  private static List<String> settings(Scratch scratch, EngineLimits limits) {
    return List.of(
        "memory_limit = '" + limits.memoryMib() + "MiB'",
        "threads = " + limits.threads(),
        "temp_directory = " + LockedDuckDb.quoted(scratch.folder().toString()),
        "max_temp_directory_size = '" + limits.scratchMib() + "MiB'");
  }

  /**
   * Writes the rows of a query, over the files that count now, into a file that the caller deletes.
   *
   * @throws UnreadableTable when the tables cannot be read as they lie
   */
  public Path copy(ViewedFolder folder, BoundSql sql, FileFormat format) {
    Path file = scratch.file(format.ending());
    try {
      return read(
          folder,
          tables -> {
            tables.copy(sql, file, format);
            return file;
          });
    } catch (UnreadableTable e) {
      scratch.delete(file);
      throw e;
    }
  }

  /**
   * Reads the files that count now. If one of them vanishes meanwhile, all is read again from a
   * fresh list.
   *
   * @throws UnreadableTable when the tables cannot be read as they lie
   */
  public <R> R read(ViewedFolder folder, Reading<R> reading) {
    for (int list = 1; ; list++) {
      try {
        return readOnce(folder, reading);
      } catch (SQLException e) {
        if (list == MOST_LISTS || !isGone(e)) {
          throw unreadable(folder, e);
        }
      }
    }
  }

  /** A connection is used again unless the reading failed. */
  private <R> R readOnce(ViewedFolder folder, Reading<R> reading) throws SQLException {
    KeptConnection connection = connection(folder);
    R read;
    try {
      read = reading.read(new Snapshot(connection, folder, script, listing));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
    idle(folder).add(connection);
    return read;
  }

  /** There are as many as read the folder at once. */
  private KeptConnection connection(ViewedFolder folder) throws SQLException {
    KeptConnection kept = idle(folder).poll();
    return kept == null ? new KeptConnection(DriverManager.getConnection(address)) : kept;
  }

  private Queue<KeptConnection> idle(ViewedFolder folder) {
    return idle.computeIfAbsent(folder.number(), number -> new ConcurrentLinkedQueue<>());
  }

  private static boolean isGone(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("No such file or directory")
        || message.contains("Cannot open file")
        || message.contains("No files found that match");
  }

  private static UnreadableTable unreadable(ViewedFolder folder, SQLException failure) {
    String reason = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    if (reason.startsWith("Out of Memory")) {
      return new UnreadableTable(
          "Cannot answer this from %s: %s. Ask for less, or start ./galton view with more --memory"
              .formatted(folder.name(), reason),
          failure);
    }
    return new UnreadableTable(
        "Cannot read %s: %s. ./galton check --output %s names files that are broken: delete them, or bring them back from a copy"
            .formatted(folder.name(), reason, folder.name()),
        failure);
  }

  @Override
  public void close() {
    try (scratch) {
      owner.close();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot close DuckDB: " + e.getMessage(), e);
    }
  }
}
