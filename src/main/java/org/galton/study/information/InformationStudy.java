package org.galton.study.information;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.information.row.InformationTables;
import org.galton.table.Table;

/** What columns say about each other. */
public final class InformationStudy implements Study {
  @Override
  public Class<?> command() {
    return InformationCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return InformationTables.ALL;
  }
}
