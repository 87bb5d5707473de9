package org.galton.study;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.galton.table.Table;

/** All studies, in the order of their list. */
public final class Studies {
  private static final List<Study> ALL =
      ServiceLoader.load(Study.class, Studies.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private Studies() {}

  public static List<Study> all() {
    return ALL;
  }

  /** Every table that there is, in the order data flows through them. */
  public static List<Table<?>> tables() {
    return Stream.concat(
            Table.ofSweeps().stream(), ALL.stream().flatMap(study -> study.tables().stream()))
        .toList();
  }
}
