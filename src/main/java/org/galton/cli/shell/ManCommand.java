package org.galton.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.ShellWord;
import org.galton.spec.InvalidInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton man}: the help of every command as man pages. */
@Command(
    name = "man",
    description = "Write the help of every command as man pages.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton man man",
      "         man -M man galton-sweep",
    })
public final class ManCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      converter = HomePath.class,
      description = "The folder of man pages; they are written to DIR/man1.")
  private String folder;

  @Override
  public Integer call() {
    Path section = Path.of(folder).resolve("man1");
    try {
      Files.createDirectories(section);
      write(spec.root().commandLine(), section);
    } catch (IOException e) {
      throw new InvalidInput(
          "Cannot write man pages to %s: %s; name a folder that you may write to"
              .formatted(section, e),
          e);
    }
    spec.commandLine()
        .getOut()
        .println("Read them with: man -M " + ShellWord.of(folder.toString()) + " galton");
    return ExitCode.COMPLETE.value();
  }

  private static void write(CommandLine command, Path section) throws IOException {
    ManPage page = new ManPage(command);
    Files.writeString(section.resolve(page.name() + ".1"), page.toString());
    for (CommandLine sub : command.getSubcommands().values()) {
      write(sub, section);
    }
  }
}
