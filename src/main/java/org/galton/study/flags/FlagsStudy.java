package org.galton.study.flags;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.flags.row.FlagsTables;
import org.galton.table.Table;

/** What transcripts of agents show. */
public final class FlagsStudy implements Study {
  @Override
  public Class<?> command() {
    return FlagsCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return FlagsTables.ALL;
  }
}
