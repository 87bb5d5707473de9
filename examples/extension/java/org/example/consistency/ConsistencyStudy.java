package org.example.consistency;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.job.run.RunTables;
import org.galton.job.sweep.SweptRun;
import org.galton.report.SweepSection;
import org.galton.study.SweepAnswer;
import org.galton.study.Study;
import org.galton.table.Table;

/** Whether a model solves a prompt never, sometimes or always. */
public final class ConsistencyStudy implements Study {
  @Override
  public Class<?> command() {
    return ConsistencyCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return List.of(ConsistencyRow.TABLE);
  }

  /** Every sweep has prompts, so every sweep ends with this. */
  @Override
  public Optional<SweepAnswer> ofSweep(SweptRun run) {
    List<ConsistencyRow> rows =
        ConsistencyRow.of(run.name().runId(), run.summary().prompts());
    run.tables().publish(ConsistencyRow.TABLE, rows);
    return Optional.of(new SweepAnswer("\n" + text(rows), name(), json(rows)));
  }

  @Override
  public Optional<SweepSection> section(RunTables run) {
    return Optional.of(new ConsistencySection(run.rows(ConsistencyRow.TABLE, row -> true)));
  }

  static ArrayNode json(List<ConsistencyRow> rows) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    RowJson.add(json, rows);
    return json;
  }

  /** As the terminal shows it. */
  static String text(List<ConsistencyRow> rows) {
    return TextTable.of(ConsistencySection.COLUMNS, rows).toString();
  }
}
