package org.galton.study.reliability;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.reliability.row.ReliabilityTables;
import org.galton.table.Table;

/** What an agent's rollouts are worth beyond their success. */
public final class ReliabilityStudy implements Study {
  @Override
  public Class<?> command() {
    return ReliabilityCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return ReliabilityTables.ALL;
  }
}
