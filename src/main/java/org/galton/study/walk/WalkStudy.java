package org.galton.study.walk;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.walk.row.WalkTables;
import org.galton.table.Table;

/** What samplers that go by values do on a tree. */
public final class WalkStudy implements Study {
  @Override
  public Class<?> command() {
    return WalkCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return WalkTables.ALL;
  }
}
