package org.galton.job.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.galton.spec.InvalidInput;
import org.galton.table.store.CurrentFiles;

/**
 * The files behind an input path: the file itself, or every file of one format that counts in a
 * folder and below.
 *
 * @param input as the user named it
 * @param root whole path of the folder that was named, or that holds the file
 * @param paths whole paths, sorted
 */
public record InputFiles(String input, String root, InputFormat format, List<String> paths) {

  /** A whole path as errors name it. */
  static String shown(Path path) {
    String scheme = path.toUri().getScheme();
    return scheme == null || scheme.equals("file") ? path.toUri().getPath() : path.toString();
  }

  /** The names in folders such as {@code model=m} between the root and the files. */
  static List<String> partitions(String root, List<String> paths) {
    return paths.stream()
        .map(path -> path.substring(root.length(), path.lastIndexOf('/') + 1))
        .flatMap(folders -> Arrays.stream(folders.split("/")))
        .filter(folder -> folder.indexOf('=') > 0)
        .map(folder -> folder.substring(0, folder.indexOf('=')))
        .distinct()
        .toList();
  }

  /**
   * @param rows what the rows are, as in "the folder holds no {rows}"
   * @param columns what an empty file should have held
   * @throws InvalidInput when nothing is there, a file is empty, or the format is unknown or mixed
   */
  public static InputFiles find(
      String input, String rows, String columns, Configuration configuration) {
    try {
      Path path = new Path(input);
      FileSystem files = path.getFileSystem(configuration);
      FileStatus found = files.getFileStatus(path);
      List<FileStatus> all = new ArrayList<>();
      if (found.isDirectory()) {
        collect(files, found.getPath(), all);
      } else {
        all.add(found);
      }
      Path root = found.isDirectory() ? found.getPath() : found.getPath().getParent();
      return of(input, root.toString(), rows, columns, all, found.isDirectory());
    } catch (FileNotFoundException e) {
      throw new InvalidInput(
          "Cannot read " + input + ": no such file or folder; expected " + InputFormat.EXPECTED, e);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidInput("Cannot read " + input + ": " + e.getMessage(), e);
    }
  }

  private static void collect(FileSystem files, Path folder, List<FileStatus> all)
      throws IOException {
    CurrentFiles.in(folder, files).current().stream()
        .filter(file -> InputFormat.of(file.getPath().getName()).isPresent())
        .forEach(all::add);
    for (FileStatus entry : files.listStatus(folder)) {
      if (entry.isDirectory() && CurrentFiles.isVisible(entry.getPath().getName())) {
        collect(files, entry.getPath(), all);
      }
    }
  }

  private static InputFiles of(
      String input,
      String root,
      String rows,
      String columns,
      List<FileStatus> all,
      boolean folder) {
    if (all.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: the folder holds no %s; expected %s"
              .formatted(input, rows, InputFormat.EXPECTED));
    }
    Set<InputFormat> formats = new TreeSet<>();
    List<String> paths = new ArrayList<>();
    for (FileStatus file : all) {
      String name = folder ? file.getPath().getName() : input;
      formats.add(
          InputFormat.of(file.getPath().getName())
              .orElseThrow(
                  () ->
                      new InvalidInput(
                          "Cannot read %s: unknown format; expected %s"
                              .formatted(name, InputFormat.EXPECTED))));
      if (file.getLen() == 0) {
        throw new InvalidInput(
            "Cannot read %s: the file is empty; expected %s"
                .formatted(shown(file.getPath()), columns));
      }
      paths.add(file.getPath().toString());
    }
    if (formats.size() > 1) {
      throw new InvalidInput(
          "Cannot read %s: the folder mixes formats %s; expected one; name one file or move the others"
              .formatted(input, formats));
    }
    return new InputFiles(input, root, formats.iterator().next(), paths.stream().sorted().toList());
  }
}
