package org.galton.study.vgb;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.vgb.row.VgbTables;
import org.galton.table.Table;

/** How samplers by value fare as sequences grow. */
public final class VgbStudy implements Study {
  @Override
  public Class<?> command() {
    return VgbCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return VgbTables.ALL;
  }
}
