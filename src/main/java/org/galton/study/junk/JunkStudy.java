package org.galton.study.junk;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.junk.row.JunkTables;
import org.galton.table.Table;

/** What junk data does to a model. */
public final class JunkStudy implements Study {
  @Override
  public Class<?> command() {
    return JunkCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return JunkTables.ALL;
  }
}
