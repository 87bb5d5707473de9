package org.galton.task.judge.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The programs of which a sandbox is made.
 *
 * @param folders searched in this order
 */
record Tools(List<Path> folders) {
  /** The system's own folders. */
  static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  static Tools ofSystem() {
    return new Tools(Arrays.stream(PATH.split(":")).map(Path::of).toList());
  }

  Optional<Path> find(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
