package org.galton.cli.shell;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code galton completion}: what makes a shell complete commands and options. */
@Command(
    name = "completion",
    description =
        "Print a script that makes bash or zsh complete commands, options and their values.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton completion > galton-completion.sh",
      "         source galton-completion.sh # or in ~/.bashrc",
      "It holds for galton and for ./galton."
    })
public final class CompletionCommand implements Runnable {
  private static final String NO_FILES = "  type compopt &>/dev/null && compopt +o default\n";
  private static final Pattern VALUES =
      Pattern.compile("(?<=_option_args=\\()\"[A-Z_\" ]+\"(?=\\))");

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandSpec root = spec.root();
    String script = AutoComplete.bash(root.name(), root.commandLine());
    spec.commandLine().getOut().print(withFiles(lowerValues(script)));
    spec.commandLine().getOut().flush();
  }

  /**
   * Whatever is no command, option or listed value may be a file, and the shell completes those.
   */
  private static String withFiles(String script) {
    return script.replace(NO_FILES, "");
  }

  /** Values of options are those of enums, which help and documents write small. */
  private static String lowerValues(String script) {
    return VALUES.matcher(script).replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
  }
}
