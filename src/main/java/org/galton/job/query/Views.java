package org.galton.job.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.InputReader;
import org.galton.spec.InvalidInput;
import org.galton.table.store.CurrentFiles;
import org.galton.table.store.Unfinished;

/**
 * The tables of an output folder as views: each folder in it that holds Parquet files, by its name.
 * A view is over the files that count when it is made.
 */
final class Views {
  private Views() {}

  /**
   * @param names of the views, sorted
   * @param broken why a table has none, by its name: no query of another table needs it
   */
  record Registered(List<String> names, Map<String, String> broken) {
    static final Registered NONE = new Registered(List.of(), Map.of());
  }

  static Registered register(SparkSession spark, String output) {
    try {
      Path root = new Path(output);
      FileSystem files = root.getFileSystem(spark.sparkContext().hadoopConfiguration());
      if (!files.exists(root) || !files.getFileStatus(root).isDirectory()) {
        throw new InvalidInput("Cannot read tables in " + output + ": no such folder");
      }
      List<String> names = new ArrayList<>();
      Map<String, String> broken = new TreeMap<>();
      for (FileStatus folder : files.listStatus(root)) {
        String name = folder.getPath().getName();
        if (folder.isDirectory() && CurrentFiles.isVisible(name)) {
          List<String> parquet = new ArrayList<>();
          try {
            collect(files, folder.getPath(), parquet);
            if (!parquet.isEmpty()) {
              register(spark, folder.getPath(), parquet);
              names.add(name);
            }
          } catch (InvalidInput | Unfinished e) {
            // A view that this session had of another folder must not stand in for it.
            spark.catalog().dropTempView(name);
            broken.put(name, e.getMessage());
          }
        }
      }
      return new Registered(names.stream().sorted().toList(), broken);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidInput("Cannot read tables in " + output + ": " + e.getMessage(), e);
    }
  }

  private static void register(SparkSession spark, Path folder, List<String> files) {
    Dataset<Row> rows =
        InputReader.opened(
            folder.getName(), () -> InputReader.parquet(spark, folder.toString(), files));
    LatestLabels.among(folder.getName(), rows)
        .createOrReplaceTempView("`" + folder.getName().replace("`", "``") + "`");
  }

  private static void collect(FileSystem files, Path folder, List<String> found)
      throws IOException {
    CurrentFiles.in(folder, files).stored().forEach(file -> found.add(file.path()));
    for (FileStatus entry : files.listStatus(folder)) {
      if (entry.isDirectory() && CurrentFiles.isVisible(entry.getPath().getName())) {
        collect(files, entry.getPath(), found);
      }
    }
  }
}
