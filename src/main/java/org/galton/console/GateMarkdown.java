package org.galton.console;

import static org.galton.report.Figures.format;

import java.util.List;
import java.util.regex.Pattern;
import org.galton.job.gate.JudgedGate;
import org.galton.job.gate.LimitGate;

/** Judged gates as a table in Markdown, for the page of a build or a pull request. */
final class GateMarkdown {
  /** What would end a cell, or be read as Markdown or HTML. */
  private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&!]");

  private GateMarkdown() {}

  static String of(String suite, List<JudgedGate> gates) {
    StringBuilder text = new StringBuilder();
    text.append("**")
        .append(plain(suite))
        .append("**: ")
        .append(gates.stream().filter(JudgedGate::missed).count())
        .append(" of ")
        .append(gates.size())
        .append(" gates missed\n\n")
        .append("| gate | of | result | figure | interval | limit |\n")
        .append("| --- | --- | --- | --- | --- | --- |\n");
    for (JudgedGate gate : gates) {
      text.append(
          format(
              "| %s | %s | %s | %.4f | %.4f to %.4f (%s %%) | %s |%n",
              plain(gate.gate()),
              plain(gate.subject()),
              gate.missed() ? "missed" : "passed",
              gate.figure(),
              gate.low(),
              gate.high(),
              LimitGate.percent(2 * gate.confidence() - 1),
              gate.limit()));
    }
    return text.toString();
  }

  private static String plain(String text) {
    return MARKS.matcher(GateXml.visible(text)).replaceAll("\\\\$0");
  }
}
