package org.galton.cli;

import java.util.stream.Collectors;
import org.galton.study.Study;
import org.galton.table.Table;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The tables of a study and the options of its command, as its page under docs/studies has them.
 */
final class StudyHeader {
  private StudyHeader() {}

  static String of(Study study) {
    CommandSpec command = new CommandLine(study.command()).getCommandSpec();
    String tables =
        study.tables().stream()
            .map(Table::name)
            .map(name -> "[%s](../tables.md#%s)".formatted(name, name))
            .collect(Collectors.joining(", "));
    return (tables.isEmpty() ? "" : "Tables: %s.%n%n".formatted(tables))
        + "| option | default | meaning |%n| --- | --- | --- |%n".formatted()
        + command.options().stream()
            .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
            .map(StudyHeader::line)
            .collect(Collectors.joining());
  }

  private static String line(OptionSpec option) {
    String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    return "| `%s%s` | %s | %s |%n"
        .formatted(option.longestName(), label, fallback(option), meaning(option));
  }

  private static String fallback(OptionSpec option) {
    if (option.required()) {
      return "needed";
    }
    boolean isFlag = option.arity().max() == 0;
    return option.defaultValue() == null || isFlag ? "" : "`%s`".formatted(option.defaultValue());
  }

  /** The default has a column of its own. */
  private static String meaning(OptionSpec option) {
    return String.join(" ", option.description())
        .replace("%n", " ")
        .replace(" (default: ${DEFAULT-VALUE})", "")
        .replace(" (default: %s)".formatted(option.defaultValue()), "")
        .replaceAll("\\s+", " ")
        .replace("|", "\\|")
        .replace("<", "&lt;");
  }
}
