package org.galton.cli.upkeep;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.SessionFactory;
import org.galton.job.upkeep.FolderCheck;
import org.galton.job.upkeep.FolderFault;
import org.galton.job.upkeep.FolderRepair;
import org.galton.spec.InvalidInput;
import org.galton.table.store.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton check}: looks for what is wrong in an output folder, and mends it. */
@Command(
    name = "check",
    description = {
      "Read every table of an output folder and name what is wrong: damaged, empty and foreign"
          + " files,",
      "rollouts that are stored twice, merges and runs that were broken off, studies that were not"
          + " done.",
      "Exit code 0 if nothing is wrong, or all of it was mended; 1 if something is."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton check --output runs/nightly --repair"})
public final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      required = true,
      description = "Folder that holds the tables.")
  private String output;

  @Option(
      names = "--repair",
      description = {
        "Move what is wrong to DIR/_set_aside, where no reader looks. Nothing is deleted;",
        "the next run of the sweep draws what is missing."
      })
  private boolean repair;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (SparkSession session = SessionFactory.open("check")) {
      OutputFolder folder = new OutputFolder(output, SessionFactory.hadoop(session));
      if (folder.isMissing()) {
        throw new InvalidInput(
            "Cannot check %s: no such folder; name the output folder of a sweep".formatted(output));
      }
      List<FolderFault> faults =
          repair
              ? new FolderRepair(session, folder).run(Clock.systemUTC().instant())
              : new FolderCheck(session, folder).faults();
      out.print(json ? asJson(faults).toPrettyString() + "\n" : text(faults));
      out.flush();
      boolean isWell =
          repair ? faults.stream().allMatch(FolderFault::isMendable) : faults.isEmpty();
      return (isWell ? ExitCode.COMPLETE : ExitCode.FAILURES).value();
    }
  }

  private String text(List<FolderFault> faults) {
    if (faults.isEmpty()) {
      return output + ": nothing is wrong\n";
    }
    StringBuilder text = new StringBuilder();
    for (FolderFault fault : faults) {
      text.append(fault.place()).append(' ').append(fault.problem()).append('\n');
      text.append("  ").append(cure(fault)).append('\n');
    }
    long mended = faults.stream().filter(FolderFault::isMendable).count();
    return text.append(
            repair
                ? "%d of %d mended; what was moved lies in %s/_set_aside%n"
                    .formatted(mended, faults.size(), output)
                : "%d found, %d of them for --repair%n".formatted(faults.size(), mended))
        .toString();
  }

  private String cure(FolderFault fault) {
    return repair && fault.isMendable() ? "moved aside" : fault.cure();
  }

  private ObjectNode asJson(List<FolderFault> faults) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("output", output).put("repaired", repair);
    ArrayNode found = root.putArray("faults");
    for (FolderFault fault : faults) {
      found
          .addObject()
          .put("kind", fault.kind().name().toLowerCase(Locale.ROOT))
          .put("place", fault.place())
          .put("problem", fault.problem())
          .put("cure", cure(fault));
    }
    return root;
  }
}
