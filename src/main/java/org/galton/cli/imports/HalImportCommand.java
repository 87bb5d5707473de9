package org.galton.cli.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.TextTable;
import org.galton.report.Figures;
import org.galton.samplelog.HalFile;
import org.galton.samplelog.HalRun;
import org.galton.samplelog.LocalLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton import hal}. */
@Command(
    name = "hal",
    description = {
      "Import results of agents: RUN_UPLOAD.json, as "
          + HalFile.VERSION
          + " writes it, becomes a table",
      "of rollouts that ./galton leaderboard reads.",
      "Tokens of a task are those of its logged calls, where these add up to the run's own total and"
          + " one model was asked. Dollars are known of whole runs: they are printed, and not divided"
          + " among tasks. Needs no Spark."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton import hal --output runs/hal/rollouts.jsonl"
          + " examples/hal/example_bench_o3_low_UPLOAD.json",
      "         ./galton leaderboard --input runs/hal/rollouts.jsonl --prices examples/prices.csv"
    })
final class HalImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      converter = HomePath.class,
      description = "Files of runs, on this machine; decrypted, where HAL has published them.")
  private List<String> files;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      converter = HomePath.class,
      required = true,
      description = "The table to write, *.jsonl; it must not be there yet.")
  private String output;

  @Option(
      names = "--scaffold",
      paramLabel = "NAME",
      description =
          "Scaffold of all these runs (default: the agent's name, which often holds model and effort"
              + " too).")
  private String scaffold;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Model of all these runs (default: model_name that the agent was started with, else the"
              + " one model in total_usage).")
  private String model;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<HalRun> runs = new ArrayList<>();
    for (String file : files) {
      runs.add(HalFile.read(new LocalLog(file)));
    }
    HalRollouts rollouts = new HalRollouts(runs, scaffold, model);
    rollouts.write(Path.of(output));
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? json(rollouts) + "\n" : text(rollouts));
    out.flush();
    return ExitCode.COMPLETE.value();
  }

  private static long right(HalRun run) {
    return run.right().values().stream().filter(right -> right).count();
  }

  private String text(HalRollouts rollouts) {
    StringBuilder text =
        new StringBuilder(
            TextTable.of(
                    List.of(
                        "run", "task", "model", "scaffold", "tasks", "right", "tokens", "dollars"),
                    rollouts.runs().stream().map(run -> cells(rollouts, run)).toList())
                .toString());
    for (HalRun run : rollouts.runs()) {
      run.notes().forEach(note -> text.append(run.runId()).append(": ").append(note).append('\n'));
    }
    return text.append("Rollouts: ").append(output).append('\n').toString();
  }

  private static List<String> cells(HalRollouts rollouts, HalRun run) {
    return List.of(
        run.runId(),
        run.benchmark(),
        rollouts.modelOf(run),
        rollouts.scaffoldOf(run),
        Figures.count(run.right().size()),
        Figures.count(right(run)),
        run.totalTokens()
            .map(tokens -> Figures.count(tokens.prompt() + tokens.completion()))
            .orElse("-"),
        run.dollars() == null ? "-" : Figures.format("%,.4f", run.dollars()));
  }

  private String json(HalRollouts rollouts) {
    ObjectNode root = new ObjectMapper().createObjectNode().put("rollouts", output);
    ArrayNode array = root.putArray("runs");
    for (HalRun run : rollouts.runs()) {
      ObjectNode node =
          array
              .addObject()
              .put("run_id", run.runId())
              .put("task", run.benchmark())
              .put("model", rollouts.modelOf(run))
              .put("scaffold", rollouts.scaffoldOf(run))
              .put("effort", run.effort().orElse(null))
              .put("date", run.date())
              .put("tasks", run.right().size())
              .put("right", right(run))
              .put("prompt_tokens", run.totalTokens().map(HalRun.Tokens::prompt).orElse(null))
              .put(
                  "completion_tokens",
                  run.totalTokens().map(HalRun.Tokens::completion).orElse(null))
              .put("dollars", run.dollars());
      run.notes().forEach(node.putArray("notes")::add);
    }
    return root.toPrettyString();
  }
}
