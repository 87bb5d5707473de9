package org.galton.study.audit.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of audits. */
public final class AuditTables {
  public static final Table<AuditTrialRow> TRIALS =
      new Table<>("audit_trials", AuditTrialRow.class);
  public static final Table<AuditModelRow> MODELS =
      new Table<>("audit_models", AuditModelRow.class);
  public static final Table<AuditLayerRow> LAYERS =
      new Table<>("audit_layers", AuditLayerRow.class);
  public static final Table<AuditRow> AUDITS = new Table<>("audits", AuditRow.class);
  public static final Table<AuditDifferenceRow> DIFFERENCES =
      new Table<>("audit_differences", AuditDifferenceRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(TRIALS, MODELS, LAYERS, AUDITS, DIFFERENCES);

  private AuditTables() {}
}
