package org.galton.job.upkeep;

import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;

/** The tables whose files are merged. */
enum Merged {
  ROLLOUTS(Table.ROLLOUTS),
  ROLLOUT_TOKENS(Table.ROLLOUT_TOKENS),
  SEARCHES(Table.SEARCHES),
  SEARCH_NODES(Table.SEARCH_NODES, "node"),
  SCORES(Table.SCORES);

  private final Table<?> table;
  private final List<String> key;

  /**
   * @param further columns of the key beside those of a rollout
   */
  Merged(Table<?> table, String... further) {
    this.table = table;
    this.key = Stream.concat(Stream.of("prompt_id", "rollout_index"), Stream.of(further)).toList();
  }

  /** The table of a folder of files that follow those of rollouts. */
  static Merged dependent(GenerationFolder generation, Path folder) {
    if (folder.equals(generation.tokens())) {
      return ROLLOUT_TOKENS;
    }
    if (folder.equals(generation.searches())) {
      return SEARCHES;
    }
    return folder.equals(generation.searchNodes()) ? SEARCH_NODES : SCORES;
  }

  Table<?> table() {
    return table;
  }

  /**
   * Columns that a row differs in from all others of its generation and scorer; rows are in their
   * order.
   */
  List<String> key() {
    return key;
  }
}
