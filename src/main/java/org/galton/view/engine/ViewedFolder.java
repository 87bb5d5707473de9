package org.galton.view.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.galton.spec.InvalidInput;

/**
 * An output folder that is looked at.
 *
 * @param number its place on the command line, from 1; addresses of pages begin with it
 * @param name as it was given
 * @param path without links
 */
public record ViewedFolder(int number, String name, Path path) {
  private static final List<String> SIGNS = List.of("rollouts", "runs", "prompts");

  /**
   * @throws InvalidInput when it is no folder with tables
   */
  public static ViewedFolder of(int number, String name) {
    Path path;
    try {
      path = Path.of(name).toRealPath();
    } catch (IOException | InvalidPathException e) {
      throw new InvalidInput(
          "Cannot view %s: no such folder; expected an output folder, such as ./galton sweep leaves"
              .formatted(name),
          e);
    }
    if (SIGNS.stream().noneMatch(sign -> Files.isDirectory(path.resolve(sign)))) {
      throw new InvalidInput(
          "Cannot view %s: it holds no tables; expected an output folder with runs or rollouts in it, such as ./galton sweep leaves"
              .formatted(name));
    }
    return new ViewedFolder(number, name, path);
  }

  /** As a pattern of files begins. */
  String pattern() {
    return LockedDuckDb.pattern(path.toString());
  }
}
