package org.galton.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.galton.spec.InvalidInput;

/**
 * The files behind an input path: the file itself, or every visible file of one format in a folder
 * and below.
 *
 * @param input as the user named it
 * @param paths whole paths, sorted
 */
record RolloutFiles(String input, RolloutFormat format, List<String> paths) {

  /**
   * @throws InvalidInput when nothing is there, a file is empty, or the format is unknown or mixed
   */
  static RolloutFiles find(String input, Configuration configuration) {
    return find(input, new Contents("rollouts", RolloutColumn.EXPECTED), configuration);
  }

  /**
   * What the files hold.
   *
   * @param plural as in "the folder holds no rollouts"
   * @param expected what an empty file lacks
   */
  record Contents(String plural, String expected) {}

  /**
   * @throws InvalidInput when nothing is there, a file is empty, or the format is unknown or mixed
   */
  static RolloutFiles find(String input, Contents contents, Configuration configuration) {
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
      return of(input, contents, all, found.isDirectory());
    } catch (FileNotFoundException e) {
      throw new InvalidInput(
          "Cannot read " + input + ": no such file or folder; expected " + RolloutFormat.EXPECTED,
          e);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidInput("Cannot read " + input + ": " + e.getMessage(), e);
    }
  }

  private static void collect(FileSystem files, Path folder, List<FileStatus> all)
      throws IOException {
    for (FileStatus entry : files.listStatus(folder)) {
      String name = entry.getPath().getName();
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      if (entry.isDirectory()) {
        collect(files, entry.getPath(), all);
      } else if (RolloutFormat.of(name).isPresent()) {
        all.add(entry);
      }
    }
  }

  private static RolloutFiles of(
      String input, Contents contents, List<FileStatus> all, boolean folder) {
    if (all.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: the folder holds no %s; expected %s"
              .formatted(input, contents.plural(), RolloutFormat.EXPECTED));
    }
    Set<RolloutFormat> formats = new TreeSet<>();
    List<String> paths = new ArrayList<>();
    for (FileStatus file : all) {
      String name = folder ? file.getPath().getName() : input;
      formats.add(
          RolloutFormat.of(file.getPath().getName())
              .orElseThrow(
                  () ->
                      new InvalidInput(
                          "Cannot read %s: unknown format; expected %s"
                              .formatted(name, RolloutFormat.EXPECTED))));
      if (file.getLen() == 0) {
        throw new InvalidInput(
            "Cannot read %s: the file is empty; expected %s"
                .formatted(file.getPath().toUri().getPath(), contents.expected()));
      }
      paths.add(file.getPath().toString());
    }
    if (formats.size() > 1) {
      throw new InvalidInput(
          "Cannot read %s: the folder mixes formats %s; expected one; name one file or move the others"
              .formatted(input, formats));
    }
    return new RolloutFiles(input, formats.iterator().next(), paths.stream().sorted().toList());
  }
}
