package org.galton.study.junk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.job.run.RunWriter;
import org.galton.study.junk.row.DoseMeanRow;
import org.galton.study.junk.row.DoseResponseRow;
import org.galton.study.junk.row.JunkTables;
import org.galton.study.junk.view.DoseSection;

/** How scores answer to the dose. */
record DoseResult(DoseRequest request, List<DoseResponseRow> rows, List<DoseMeanRow> means) {

  void write(RunWriter run) {
    run.publish(JunkTables.DOSE_MEANS, means);
    run.publish(JunkTables.DOSE_RESPONSES, rows);
  }

  /** For the terminal. */
  String text() {
    return DoseSection.missing(rows).stream()
        .map(line -> line + "\n")
        .collect(Collectors.joining("", TextTable.of(DoseSection.ROWS, rows, "-").toString(), ""));
  }

  ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", request.input()).put("seed", request.options().seed());
    RowJson.add(root.putArray("responses"), rows);
    RowJson.add(root.putArray("means"), means);
    return root;
  }
}
