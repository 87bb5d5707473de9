package org.galton.study.worlds;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.worlds.row.WorldTables;
import org.galton.table.Table;

/** Programs that model games. */
public final class WorldsStudy implements Study {
  @Override
  public Class<?> command() {
    return WorldsCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return WorldTables.ALL;
  }
}
