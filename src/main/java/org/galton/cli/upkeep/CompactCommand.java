package org.galton.cli.upkeep;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.galton.console.Bytes;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.SessionFactory;
import org.galton.console.TextTable;
import org.galton.job.upkeep.CompactResult;
import org.galton.job.upkeep.CompactResult.MergedGeneration;
import org.galton.job.upkeep.Compaction;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton compact}: merges small files. */
@Command(
    name = "compact",
    description = {
      "Merge the small files of rollouts, tokens and scores into large ones, sorted by prompt.",
      "Readers see every row once throughout. What was merged stays until ./galton expire."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton compact --output runs/nightly"})
public final class CompactCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      required = true,
      description = "Folder that holds the tables.")
  private String output;

  @Option(
      names = "--file-mib",
      paramLabel = "MIB",
      defaultValue = "128",
      description = {
        "Stored mebibytes that become one file (default: ${DEFAULT-VALUE});",
        "merged files are somewhat smaller than what they hold was before."
      })
  private int fileMebibytes;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (fileMebibytes < 1) {
      throw new InvalidInput("Invalid --file-mib " + fileMebibytes + ": expected 1 or more");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (SparkSession session = SessionFactory.open("compact")) {
      CompactResult result =
          new Compaction(session, (long) fileMebibytes << 20)
              .run(output, place -> err.println("Merging " + place));
      out.print(json ? asJson(result).toPrettyString() + "\n" : text(result));
      out.flush();
    }
    return ExitCode.COMPLETE.value();
  }

  private static String text(CompactResult result) {
    List<List<String>> rows =
        result.merged().stream()
            .map(
                merged ->
                    List.of(
                        merged.place(),
                        String.format(Locale.ROOT, "%,d", merged.rows()),
                        String.format(Locale.ROOT, "%,d", merged.filesBefore()),
                        String.format(Locale.ROOT, "%,d", merged.filesAfter()),
                        Bytes.text(merged.bytesBefore()),
                        Bytes.text(merged.bytesAfter())))
            .toList();
    String table =
        rows.isEmpty()
            ? ""
            : TextTable.of(
                    List.of("generation", "rollouts", "files", "merged", "bytes", "merged bytes"),
                    rows)
                .toString();
    return table
        + String.format(
            Locale.ROOT,
            "%d generations merged, %d left as they are; %.1f s%n",
            rows.size(),
            result.left(),
            result.duration().toMillis() / 1e3)
        + (rows.isEmpty()
            ? ""
            : "What was merged stays for readers that began before; ./galton expire removes it.\n");
  }

  private static ObjectNode asJson(CompactResult result) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("left", result.left()).put("seconds", result.duration().toMillis() / 1e3);
    ArrayNode merged = root.putArray("merged");
    for (MergedGeneration generation : result.merged()) {
      merged
          .addObject()
          .put("place", generation.place())
          .put("epoch", generation.epoch())
          .put("rollouts", generation.rows())
          .put("files_before", generation.filesBefore())
          .put("files_after", generation.filesAfter())
          .put("bytes_before", generation.bytesBefore())
          .put("bytes_after", generation.bytesAfter());
    }
    return root;
  }
}
