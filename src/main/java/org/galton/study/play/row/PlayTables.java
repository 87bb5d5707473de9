package org.galton.study.play.row;

import java.util.List;
import org.galton.table.Table;

/** The table of turns. */
public final class PlayTables {
  public static final Table<TurnRow> TURNS = new Table<>("turns", TurnRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(TURNS);

  private PlayTables() {}
}
