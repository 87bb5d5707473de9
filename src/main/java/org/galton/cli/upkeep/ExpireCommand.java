package org.galton.cli.upkeep;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.galton.console.Bytes;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.SessionFactory;
import org.galton.console.TextTable;
import org.galton.job.upkeep.Expiry;
import org.galton.job.upkeep.ExpiryRequest;
import org.galton.job.upkeep.ExpiryRequest.Mode;
import org.galton.job.upkeep.ExpiryResult;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton expire}: removes what nobody reads any more. */
@Command(
    name = "expire",
    description = {
      "Remove files that ./galton compact has replaced and, where asked for, generations",
      "that no run uses and figures of old runs."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton expire --output runs/nightly --unused-for 90 --runs-older-than 30"
          + " --dry-run"
    })
public final class ExpireCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      required = true,
      description = "Folder that holds the tables.")
  private String output;

  @Option(
      names = "--grace-hours",
      paramLabel = "HOURS",
      defaultValue = "24",
      description =
          "Replaced files stay this long after their merge, for readers that began before it"
              + " (default: ${DEFAULT-VALUE}).")
  private int graceHours;

  @Option(
      names = "--unused-for",
      paramLabel = "DAYS",
      description =
          "Also remove the rollouts and scores of generations that no run has asked for in so many"
              + " days. They cannot be brought back but by drawing them again.")
  private Integer unusedFor;

  @Option(
      names = "--runs-older-than",
      paramLabel = "DAYS",
      description =
          "Also remove the figures of runs that began so many days ago. The latest complete run of"
              + " each sweep stays, and so do tables runs and books.")
  private Integer runsOlderThan;

  @Option(names = "--dry-run", description = "List what would go. Removes nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ExpiryRequest request =
        new ExpiryRequest(
            Duration.ofHours(atLeast(0, "--grace-hours", graceHours)),
            days("--unused-for", unusedFor),
            days("--runs-older-than", runsOlderThan),
            dryRun ? Mode.LIST : Mode.DELETE);
    PrintWriter out = spec.commandLine().getOut();
    try (SparkSession session = SessionFactory.open("expire")) {
      ExpiryResult result =
          new Expiry(SessionFactory.hadoop(session), Clock.systemUTC()).run(output, request);
      out.print(json ? asJson(result).toPrettyString() + "\n" : text(result));
      out.flush();
    }
    return ExitCode.COMPLETE.value();
  }

  private static Optional<Duration> days(String option, Integer days) {
    return Optional.ofNullable(days).map(number -> Duration.ofDays(atLeast(1, option, number)));
  }

  private static int atLeast(int least, String option, int value) {
    if (value < least) {
      throw new InvalidInput("Invalid %s %d: expected %d or more".formatted(option, value, least));
    }
    return value;
  }

  private String text(ExpiryResult result) {
    List<List<String>> rows =
        result.expired().stream()
            .map(
                gone ->
                    List.of(
                        gone.reason().text(),
                        gone.place(),
                        String.format(Locale.ROOT, "%,d", gone.files()),
                        Bytes.text(gone.bytes())))
            .toList();
    String table =
        rows.isEmpty()
            ? ""
            : TextTable.of(List.of("why", "where", "files", "bytes"), rows).toString();
    return table
        + String.format(
            Locale.ROOT,
            "%,d files (%s) %s",
            result.files(),
            Bytes.text(result.bytes()),
            dryRun ? "would be removed" : "removed")
        + (result.waiting() == 0
            ? ".\n"
            : String.format(
                Locale.ROOT,
                "; %,d replaced files wait until %d hours have passed since their merge.%n",
                result.waiting(),
                graceHours));
  }

  private ObjectNode asJson(ExpiryResult result) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("dry_run", dryRun)
        .put("files", result.files())
        .put("bytes", result.bytes())
        .put("waiting", result.waiting())
        .put("seconds", result.duration().toMillis() / 1e3);
    ArrayNode expired = root.putArray("expired");
    for (ExpiryResult.Expired gone : result.expired()) {
      expired
          .addObject()
          .put("reason", gone.reason().text())
          .put("place", gone.place())
          .put("files", gone.files())
          .put("bytes", gone.bytes());
    }
    return root;
  }
}
