package org.galton.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.galton.study.Study;
import org.galton.table.Table;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The tables of a study and the options of its command, as its page under docs/studies has them; of
 * a command that has none of its own, those of its steps.
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
        + (options(command).isEmpty()
            ? command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .map(step -> "### " + step.name() + "\n\n" + table(step))
                .collect(Collectors.joining("\n"))
            : table(command));
  }

  private static String table(CommandSpec command) {
    return "| option | default | meaning |%n| --- | --- | --- |%n".formatted()
        + options(command).stream().map(StudyHeader::line).collect(Collectors.joining());
  }

  private static List<OptionSpec> options(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
        .toList();
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
