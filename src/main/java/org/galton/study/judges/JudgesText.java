package org.galton.study.judges;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.judges.row.AgreementRow;
import org.galton.study.judges.row.DisagreementRow;
import org.galton.study.judges.view.JudgesSection;

/** What was found about judges, for the terminal and as JSON. */
final class JudgesText {
  private static final int READ = 10;

  private JudgesText() {}

  /** The figures, and some completions to read. */
  static String of(JudgesResult result) {
    StringBuilder text = new StringBuilder(figures(result));
    result.disagreements().stream().limit(READ).forEach(row -> text.append(read(row)));
    if (result.disagreements().size() > READ) {
      text.append(
          "\n… and %d more in table disagreements\n"
              .formatted(result.disagreements().size() - READ));
    }
    return text.toString();
  }

  static String figures(JudgesResult result) {
    StringBuilder text = new StringBuilder();
    text.append("Verdicts of each judge\n\n")
        .append(TextTable.of(JudgesSection.COUNTS, result.counts()));
    if (!result.agreements().isEmpty()) {
      text.append("\nVerdicts on the same rollouts\n\n")
          .append(TextTable.of(JudgesSection.AGREEMENTS, result.agreements()));
    }
    List<AgreementRow> labelled =
        result.agreements().stream().filter(AgreementRow::isOfLabels).toList();
    if (!labelled.isEmpty()) {
      text.append("\nJudges held against labels\n\n")
          .append(TextTable.of(JudgesSection.LABELLED, labelled));
    }
    return text.append(result.passedOver().line()).toString();
  }

  private static String read(DisagreementRow row) {
    return "\n--- %s, %s, prompt %s, rollout %d, reference %s\n%s\n%s\n%s\n"
        .formatted(
            row.cell().model(),
            row.cell().task(),
            row.promptId(),
            row.rolloutIndex(),
            row.reference(),
            row.firstSays(),
            row.secondSays(),
            row.completion().strip());
  }

  static ObjectNode json(JudgesResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    RowJson.add(json.putArray("verdict_counts"), result.counts());
    RowJson.add(json.putArray("agreements"), result.agreements());
    RowJson.add(json.putArray("disagreements"), result.disagreements());
    if (!result.passedOver().equals(PassedOver.NONE)) {
      json.putObject("labels_passed_over")
          .put("undecided", result.passedOver().undecided())
          .put("differing", result.passedOver().differing())
          .put("elsewhere", result.passedOver().elsewhere());
    }
    return json;
  }
}
