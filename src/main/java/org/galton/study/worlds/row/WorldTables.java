package org.galton.study.worlds.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of world models. */
public final class WorldTables {
  public static final Table<WorldModelRow> MODELS =
      new Table<>("world_models", WorldModelRow.class);
  public static final Table<WorldHistoryRow> HISTORIES =
      new Table<>("world_histories", WorldHistoryRow.class);
  public static final Table<WorldMatchRow> MATCHES =
      new Table<>("world_matches", WorldMatchRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(MODELS, HISTORIES, MATCHES);

  private WorldTables() {}
}
