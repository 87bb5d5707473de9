package org.galton.study.audit;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.audit.row.AuditTables;
import org.galton.table.Table;

/** Audits for what models know and do not say. */
public final class AuditStudy implements Study {
  @Override
  public Class<?> command() {
    return AuditCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return AuditTables.ALL;
  }
}
