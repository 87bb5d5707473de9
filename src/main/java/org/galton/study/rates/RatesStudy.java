package org.galton.study.rates;

import java.util.List;
import org.galton.study.Study;
import org.galton.table.Table;

/** Pass rates with honest error bars. Its tables are those of a sweep. */
public final class RatesStudy implements Study {
  @Override
  public Class<?> command() {
    return StatsCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return List.of();
  }
}
