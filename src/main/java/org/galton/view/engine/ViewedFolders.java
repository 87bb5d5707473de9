package org.galton.view.engine;

import java.util.List;
import java.util.Optional;

/** All folders that are looked at, by their numbers. */
public record ViewedFolders(Engine engine, List<ViewedFolder> all) {
  public ViewedFolders {
    all = List.copyOf(all);
  }

  public Optional<ViewedFolder> find(int number) {
    return number >= 1 && number <= all.size()
        ? Optional.of(all.get(number - 1))
        : Optional.empty();
  }

  /**
   * @throws UnreadableTable when the tables cannot be read as they lie
   */
  public <R> R read(int number, Engine.Reading<R> reading) {
    return engine.read(all.get(number - 1), reading);
  }
}
