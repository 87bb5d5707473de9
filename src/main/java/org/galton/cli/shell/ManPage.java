package org.galton.cli.shell;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.console.Versions;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command's help in the macros of man(7), all of it from what picocli knows. */
final class ManPage {
  private final CommandLine command;
  private final CommandSpec spec;

  ManPage(CommandLine command) {
    this.command = command;
    this.spec = command.getCommandSpec();
  }

  /** As {@code man} takes it: {@code galton-bench-fit}. */
  String name() {
    return spec.qualifiedName("-");
  }

  @Override
  public String toString() {
    String[] description = spec.usageMessage().description();
    StringBuilder page = new StringBuilder();
    page.append(
        ".TH \"%s\" 1 \"\" \"galton %s\" \"Galton\"\n"
            .formatted(escaped(name().toUpperCase(Locale.ROOT)), escaped(Versions.galton())));
    page.append(".nh\n.ad l\n");
    page.append(".SH NAME\n")
        .append(escaped(name()))
        .append(" \\- ")
        .append(escaped(description[0]))
        .append('\n');
    page.append(".SH SYNOPSIS\n").append(line(synopsis()));
    page.append(".SH DESCRIPTION\n");
    Arrays.stream(description).forEach(text -> page.append(text.isEmpty() ? ".PP\n" : line(text)));
    append(page, "PARAMETERS", spec.positionalParameters().stream().map(this::parameter));
    append(
        page,
        "OPTIONS",
        spec.options().stream()
            .filter(option -> !option.hidden())
            .sorted(Comparator.comparing(OptionSpec::longestName))
            .map(this::option));
    append(
        page,
        "COMMANDS",
        command.getSubcommands().values().stream().map(sub -> subcommand(new ManPage(sub))));
    List<String> footer = Arrays.asList(spec.usageMessage().footer());
    if (!footer.isEmpty()) {
      page.append(".SH NOTES\n.nf\n");
      footer.stream()
          .skip(footer.get(0).isEmpty() ? 1 : 0)
          .forEach(text -> page.append(line(text)));
      page.append(".fi\n");
    }
    if (spec.parent() != null) {
      page.append(".SH SEE ALSO\n.BR ")
          .append(escaped(spec.parent().qualifiedName("-")))
          .append(" (1)\n");
    }
    return page.toString();
  }

  private String synopsis() {
    return command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
  }

  private static void append(StringBuilder page, String title, Stream<String> items) {
    String text = items.collect(Collectors.joining());
    if (!text.isEmpty()) {
      page.append(".SH ").append(title).append('\n').append(text);
    }
  }

  private String parameter(ArgSpec parameter) {
    return item(escaped(parameter.paramLabel()), parameter.description());
  }

  private String option(OptionSpec option) {
    String names =
        Arrays.stream(option.names())
            .map(name -> "\\fB" + escaped(name) + "\\fR")
            .collect(Collectors.joining(", "));
    String value = option.arity().max() == 0 ? "" : "=\\fI" + escaped(option.paramLabel()) + "\\fR";
    return item(names + value, option.description());
  }

  private String subcommand(ManPage page) {
    return item(
        "\\fB%s\\fR(1)".formatted(escaped(page.name())), page.spec.usageMessage().description());
  }

  private static String item(String tag, String[] description) {
    return ".TP\n"
        + tag
        + "\n"
        + Arrays.stream(description).map(ManPage::line).collect(Collectors.joining());
  }

  /** A line of text that no macro begins. */
  private static String line(String text) {
    String plain = escaped(text);
    return (plain.startsWith(".") || plain.startsWith("'") ? "\\&" : "") + plain + "\n";
  }

  /** A hyphen stays one that can be typed. */
  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("`", "\\(ga")
        .replace("^", "\\(ha")
        .replace("~", "\\(ti");
  }
}
