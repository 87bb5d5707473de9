package org.galton.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.galton.console.HomePath;
import org.galton.console.SessionFactory;
import org.galton.console.ShellWord;
import org.galton.console.StoredOptions;
import org.galton.job.run.RunAddress;
import org.galton.job.run.StoredRuns;
import org.galton.spec.InvalidInput;
import org.galton.study.Studies;
import org.galton.study.Study;
import org.galton.table.RunRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton again}: computes what a run of a study stored once more, with its own options. */
@Command(
    name = "again",
    description = {
      "Compute what a run of a study stored once more, with the options that the run was given.",
      "Trajectories and transitions are read from the run's own tables, other input from where the"
          + " run found it."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton again runs/groups",
      "         ./galton again runs/groups#run-20260101-120000-000-0a1b2c3d --output runs/twice"
    })
final class AgainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      converter = HomePath.class,
      description =
          "Output folder of the study; with #RUN_ID another run than the latest of a study.")
  private String run;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description = "Also write the tables under this folder, as a run of its own.")
  private String output;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<String> arguments = arguments(RunAddress.parse(run));
    CommandLine root = spec.root().commandLine();
    spec.commandLine()
        .getErr()
        .println(
            arguments.stream()
                .map(ShellWord::of)
                .collect(Collectors.joining(" ", "./galton ", "")));
    if (output != null) {
      arguments.add("--output=" + output);
    }
    if (json) {
      arguments.add("--json");
    }
    return root.execute(arguments.toArray(String[]::new));
  }

  private List<String> arguments(RunAddress address) throws IOException {
    try (SparkSession session = SessionFactory.open(spec.name())) {
      return arguments(
          address, new OutputFolder(address.folder(), SessionFactory.hadoop(session)), spec.root());
    }
  }

  private static List<String> arguments(RunAddress address, OutputFolder folder, CommandSpec root) {
    RunRow row =
        new StoredRuns(folder)
            .latestFirst()
            .filter(one -> address.runId().map(one.runId()::equals).orElse(true))
            .filter(one -> address.runId().isPresent() || StoredOptions.isOfAStudy(one.spec()))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "Cannot compute %s again: no such run of a study is there; its runs are %s"
                            .formatted(address, folder.runs(Table.RUNS))));
    if (!StoredOptions.isOfAStudy(row.spec())) {
      throw new InvalidInput(
          "Cannot compute %s again: run %s is not one of a study that kept its options; for a sweep use './galton summarize SPEC'"
              .formatted(address, row.runId()));
    }
    Map<String, Object> options = StoredOptions.read(row.spec());
    Studies.all().stream()
        .flatMap(study -> study.drawn().stream())
        .map(Study.Drawn::table)
        .filter(table -> options.containsKey(table.name()))
        // Attempts that came in a file of their own are read from there, with the file of moves.
        .filter(table -> !options.containsKey("attempts"))
        .filter(table -> folder.ofRun(table, row.runId()).exists())
        .forEach(table -> options.put(table.name(), folder.root() + "#" + row.runId()));
    return StoredOptions.arguments(options, root);
  }
}
