package org.galton.console;

import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session that all tests share, configured as a command's is. Nobody stops it: it
 * ends with the JVM.
 */
public final class LocalSpark {
  private LocalSpark() {}

  public static SparkSession session() {
    return Holder.SESSION;
  }

  private static final class Holder {
    private static final SparkSession SESSION = open();

    private static SparkSession open() {
      System.setProperty("spark.master", "local[2]");
      return SessionFactory.open("tests");
    }
  }
}
