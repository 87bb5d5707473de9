package org.galton.study.advantages;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.advantages.row.AdvantagesTables;
import org.galton.table.Table;

/** What a step of reinforcement learning makes of rollouts. */
public final class AdvantagesStudy implements Study {
  @Override
  public Class<?> command() {
    return AdvantagesCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return AdvantagesTables.ALL;
  }
}
