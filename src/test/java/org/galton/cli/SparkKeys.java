package org.galton.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.internal.config.ConfigEntry;

/**
 * What Spark knows as configuration: the entries that it has registered, and documented families.
 */
public final class SparkKeys {
  /** Spark registers its entries when these objects are made. */
  private static final List<String> OBJECTS =
      List.of(
          "org.apache.spark.internal.config.package$",
          "org.apache.spark.internal.config.UI$",
          "org.apache.spark.internal.config.Deploy$",
          "org.apache.spark.internal.config.History$",
          "org.apache.spark.internal.config.Status$",
          "org.apache.spark.internal.config.Worker$",
          "org.apache.spark.sql.internal.SQLConf$",
          "org.apache.spark.sql.internal.StaticSQLConf$");

  private static final Pattern ENVIRONMENT =
      Pattern.compile("spark[.](executorEnv|yarn[.]appMasterEnv)[.][A-Z_]+");
  private static final Pattern HADOOP = Pattern.compile("spark[.]hadoop[.]fs[.][a-z0-9.]+");
  private static final Pattern AMOUNT =
      Pattern.compile("spark[.](executor|worker|task|driver)[.]resource[.][a-z]+[.]amount");
  private static final Pattern RESOURCE =
      Pattern.compile(
          "spark[.](executor|worker|driver)[.]resource[.][a-z]+[.](discoveryScript|vendor)");

  private static final Pattern METRICS =
      Pattern.compile("spark[.]metrics[.]conf[.][*][.](sink|source)[.][A-Za-z]+[.](class|path)");

  private final Set<String> documented;

  public SparkKeys() {
    try {
      for (String object : OBJECTS) {
        Class.forName(object);
      }
      documented =
          new HashSet<>(
              Files.readAllLines(Path.of("src/test/resources/org/galton/cli/spark-keys.txt")));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a key and its value; empty when nothing is. */
  public Optional<String> problem(String key, String value) {
    ConfigEntry<?> entry = ConfigEntry.findEntry(key);
    if (entry != null) {
      return unreadable(entry, value);
    }
    if (AMOUNT.matcher(key).matches()) {
      return value.matches("[1-9][0-9]*") ? Optional.empty() : wrong(key, value);
    }
    if (METRICS.matcher(key).matches()) {
      return key.endsWith(".path") || isClass(value) ? Optional.empty() : wrong(key, value);
    }
    boolean known =
        documented.contains(key)
            || ENVIRONMENT.matcher(key).matches()
            || HADOOP.matcher(key).matches()
            || RESOURCE.matcher(key).matches();
    return known ? Optional.empty() : Optional.of("Spark knows no " + key);
  }

  private static boolean isClass(String name) {
    try {
      return Class.forName(name) != null;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static Optional<String> unreadable(ConfigEntry<?> entry, String value) {
    try {
      entry.valueConverter().apply(value);
      return Optional.empty();
    } catch (RuntimeException e) {
      return wrong(entry.key(), value);
    }
  }

  private static Optional<String> wrong(String key, String value) {
    return Optional.of("Spark cannot read " + key + " from '" + value + "'");
  }
}
