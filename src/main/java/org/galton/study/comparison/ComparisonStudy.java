package org.galton.study.comparison;

import java.util.List;
import org.galton.study.Study;
import org.galton.table.Table;

/** Two runs, or the models of one, on the prompts that they share. Its table is the sweep's. */
public final class ComparisonStudy implements Study {
  @Override
  public Class<?> command() {
    return CompareCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return List.of();
  }
}
