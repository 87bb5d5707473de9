package org.galton.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.galton.spec.InvalidInput;
import org.galton.sql.shared.NotShared;

/**
 * An output folder on this machine.
 *
 * @param name as it was given
 * @param path without links
 */
public record LocalFolder(String name, Path path) {
  /** A variable of the environment in which the launcher tells why Spark was started. */
  public static final String SPARK_FOR = "GALTON_SPARK_FOR";

  private static final String FILE = "file:";

  /**
   * @throws InvalidInput when it is none
   */
  public static LocalFolder of(String name) {
    String local = name.startsWith(FILE) ? name.substring(FILE.length()) : name;
    try {
      Path path = Path.of(local.startsWith("//") ? local.substring(2) : local).toRealPath();
      if (Files.isDirectory(path)) {
        return new LocalFolder(name, path);
      }
    } catch (IOException | InvalidPathException e) {
      throw none(name, e);
    }
    throw none(name, null);
  }

  private static InvalidInput none(String name, Exception cause) {
    return new InvalidInput(
        "Cannot read tables in %s: no such folder on this machine; DuckDB reads no other: --engine spark does"
            .formatted(name),
        cause);
  }

  /**
   * The folder that Spark, as it is set up here, would take a name for.
   *
   * @throws NotShared when it would take another one, or read it in another way
   */
  public static LocalFolder asSparkWould(String name, Map<String, String> environment) {
    String given = environment.getOrDefault(SPARK_FOR, "");
    if (!given.isEmpty()) {
      throw new NotShared(given);
    }
    if (name.contains(":")) {
      throw new NotShared("the folder may be on another machine");
    }
    for (String variable : new String[] {"HADOOP_CONF_DIR", "YARN_CONF_DIR", "GALTON_MASTER"}) {
      if (!environment.getOrDefault(variable, "").isBlank()) {
        throw new NotShared(variable + " names a cluster");
      }
    }
    for (String variable : new String[] {"GALTON_SUBMIT_OPTS", "SPARK_SUBMIT_OPTS"}) {
      if (environment.getOrDefault(variable, "").contains("spark.")) {
        throw new NotShared(variable + " sets up Spark");
      }
    }
    return of(name);
  }
}
