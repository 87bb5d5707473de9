package org.galton.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.galton.spec.InvalidInput;

/**
 * The tables of an output folder as views: each folder in it that holds Parquet files, by its name.
 */
final class Views {
  private Views() {}

  /** Registers them and returns their names. */
  static List<String> register(SparkSession spark, String output) {
    try {
      Path root = new Path(output);
      FileSystem files = root.getFileSystem(spark.sparkContext().hadoopConfiguration());
      if (!files.exists(root) || !files.getFileStatus(root).isDirectory()) {
        throw new InvalidInput("Cannot read tables in " + output + ": no such folder");
      }
      List<String> names = new ArrayList<>();
      for (FileStatus folder : files.listStatus(root)) {
        String name = folder.getPath().getName();
        if (folder.isDirectory() && isVisible(name) && holdsParquet(files, folder.getPath())) {
          // A column that was added later is missing from older files.
          spark
              .read()
              .option("mergeSchema", "true")
              .parquet(folder.getPath().toString())
              .createOrReplaceTempView("`" + name.replace("`", "``") + "`");
          names.add(name);
        }
      }
      return names.stream().sorted().toList();
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidInput("Cannot read tables in " + output + ": " + e.getMessage(), e);
    }
  }

  private static boolean holdsParquet(FileSystem files, Path folder) throws IOException {
    for (FileStatus entry : files.listStatus(folder)) {
      if (!isVisible(entry.getPath().getName())) {
        continue;
      }
      if (entry.isDirectory()
          ? holdsParquet(files, entry.getPath())
          : entry.getPath().getName().endsWith(".parquet")) {
        return true;
      }
    }
    return false;
  }

  /** Spark, too, passes over these: temporary files and markers. */
  private static boolean isVisible(String name) {
    return !name.startsWith("_") && !name.startsWith(".");
  }
}
