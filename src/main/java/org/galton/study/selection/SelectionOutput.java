package org.galton.study.selection;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.job.run.RecordedRun;
import org.galton.study.selection.row.SelectedPatchRow;
import org.galton.study.selection.row.SelectionTables;
import org.galton.study.selection.view.SelectionPage;
import org.galton.study.selection.view.SelectionSection;

/** Choices of patches for the terminal, as one JSON document, and as tables and a page. */
final class SelectionOutput {
  private static final int SHOWN = 20;

  private SelectionOutput() {}

  static void print(
      SelectionResult result,
      RecordedRun run,
      String output,
      PrintOptions printing,
      Configuration hadoop)
      throws IOException {
    Optional<String> page =
        Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
    printing.print(() -> json(result), page, out -> out.print(text(result) + PageFile.line(page)));
  }

  static String text(SelectionResult result) {
    String arms = TextTable.of(SelectionSection.ARMS, result.arms(), "-").toString();
    if (result.runs() > 0) {
      return arms + "%,d programs were run%n".formatted(result.runs());
    }
    List<SelectedPatchRow> first = result.rows().stream().limit(SHOWN).toList();
    int more = result.rows().size() - first.size();
    return TextTable.of(SelectionSection.CHOICES, first, "-")
        + (result.rows().size() == 1
            ? "\n" + TextTable.of(SelectionSection.SCORES, result.scores(), "-")
            : "")
        + (more > 0 ? "and %,d more: --output writes all\n".formatted(more) : "")
        + (result.arms().stream().allMatch(arm -> arm.accuracy() == null)
            ? "The cases do not say which patches resolve their issue\n"
            : "\n" + arms);
  }

  static ObjectNode json(SelectionResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("programs_run", result.runs());
    RowJson.add(root.putArray("arms"), SelectionSection.ARMS, result.arms());
    if (result.runs() == 0) {
      RowJson.add(root.putArray("choices"), SelectionSection.CHOICES, result.rows());
      RowJson.add(root.putArray("scores"), SelectionSection.SCORES, result.scores());
    }
    return root;
  }

  private static String write(
      String folder, RecordedRun run, SelectionResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own ->
            SelectionPage.of(
                own.run(),
                own.rows(SelectionTables.SELECTIONS, row -> true),
                own.rows(SelectionTables.ARMS, row -> true)));
  }
}
