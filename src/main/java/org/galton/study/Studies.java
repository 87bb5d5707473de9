package org.galton.study;

import java.util.List;
import java.util.stream.Stream;
import org.galton.reinforce.row.TrainingTables;
import org.galton.spec.Kinds;
import org.galton.table.Table;

/** All studies, in the order of their list; those of the user's jars come after Galton's own. */
public final class Studies {
  private Studies() {}

  /**
   * @throws org.galton.spec.InvalidInput when a jar's study cannot be used
   */
  public static List<Study> all() {
    return Kinds.<Study>find(Study.class, "studies", List.of()).all();
  }

  /** Every table that there is, in the order data flows through them. */
  public static List<Table<?>> tables() {
    return Stream.of(
            Table.ofSweeps().stream(),
            TrainingTables.all().stream(),
            all().stream().flatMap(study -> study.tables().stream()))
        .<Table<?>>flatMap(tables -> tables)
        .toList();
  }
}
