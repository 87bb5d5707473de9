package org.galton.study.playbook;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.playbook.row.PlaybookTables;
import org.galton.table.Table;

/** Playbooks that grow by deltas. */
public final class PlaybookStudy implements Study {
  @Override
  public Class<?> command() {
    return PlaybookCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return PlaybookTables.ALL;
  }
}
