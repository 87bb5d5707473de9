package org.galton.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.galton.console.ExitCode;
import org.galton.console.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton version}: needs no Spark session. */
@Command(
    name = "version",
    description = "Print the versions of Galton and of what it runs on.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton version --json"})
final class VersionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(Versions.all()));
    } else {
      for (String line : new Versions().getVersion()) {
        out.println(line);
      }
    }
    return ExitCode.COMPLETE.value();
  }
}
