package org.galton.study.worlds;

import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.worlds.row.WorldHistoryRow;
import org.galton.study.worlds.row.WorldMatchRow;
import org.galton.study.worlds.row.WorldModelRow;
import org.galton.study.worlds.row.WorldTables;

/** Programs, and what a search in them wins. */
record WorldsResult(
    WorldsRequest request,
    List<WorldModelRow> models,
    List<WorldHistoryRow> histories,
    List<WorldMatchRow> matches) {

  void write(RunWriter run) {
    run.publish(WorldTables.MODELS, models);
    run.publish(WorldTables.HISTORIES, histories);
    run.publish(WorldTables.MATCHES, matches);
  }
}
