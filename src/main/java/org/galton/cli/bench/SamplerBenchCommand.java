package org.galton.cli.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.galton.bench.Ratio;
import org.galton.bench.SamplerBenchmark;
import org.galton.bench.SamplerRow;
import org.galton.bench.SamplerWork;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.LoadedCheckpoint;
import org.galton.model.llama.Placement;
import org.galton.model.llama.torch.Torch;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench samplers}: what samplers that search cost beside plain rollouts. */
@Command(
    name = "samplers",
    description = {
      "Time samplers that search against plain rollouts of the same prompts of countdown.",
      "",
      "One decode loop of one thread draws prompts x rollouts completions in each way, and each way"
          + " once a round: figures are medians of the rounds, ratios to plain rollouts medians of"
          + " the ratios within a round. Tokens are all that were drawn, those of blocks that were"
          + " thrown away included. A CPU second is one of any thread of the process, a device"
          + " second one of the loop.",
      "",
      "full: share of the loop's slots that drew a token, over all steps. A round of blocks ends"
          + " with its last block, so slots of short blocks wait. The next columns divide the time:"
          + " the model drawing, the task's values and verdicts, and the rest, which is the search"
          + " itself. The last table divides the time of drawing.",
      "",
      "Needs no Spark."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench samplers --prompts 8 --rollouts 4"})
final class SamplerBenchCommand implements Callable<Integer>, RatioSource {
  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "SOURCE",
      defaultValue = "builtin:abacus@1547",
      converter = HomePath.class,
      description = "A checkpoint directory or a built-in model (default: ${DEFAULT-VALUE}).")
  private String model;

  @Option(
      names = "--prompts",
      paramLabel = "N",
      defaultValue = "16",
      description = "Prompts of countdown (default: ${DEFAULT-VALUE}).")
  private int prompts;

  @Option(
      names = "--rollouts",
      paramLabel = "N",
      defaultValue = "4",
      description = "Rollouts of each prompt (default: ${DEFAULT-VALUE}).")
  private int rollouts;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      defaultValue = "48",
      description = "Longest completion (default: ${DEFAULT-VALUE}).")
  private int maxTokens;

  @Option(
      names = "--block",
      paramLabel = "N",
      defaultValue = "12",
      description = "Tokens of a block (default: ${DEFAULT-VALUE}).")
  private int block;

  @Option(
      names = "--slots",
      paramLabel = "N",
      defaultValue = "64",
      description = "Slots of the decode loop (default: ${DEFAULT-VALUE}).")
  private int slots;

  @Option(
      names = "--device",
      defaultValue = "cpu",
      description = "cpu or gpu:N (default: ${DEFAULT-VALUE}).")
  private String device;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Rounds that count, after a short one that does not (default: ${DEFAULT-VALUE}).")
  private int repeat;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() {
    SamplerWork work = work();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (LoadedCheckpoint opened = open()) {
      List<SamplerRow> rows = new SamplerBenchmark(opened, work).run(err::println);
      SamplerBenchReport report = new SamplerBenchReport(opened.card().name(), work, rows);
      out.print(json ? report.json() + "\n" : report.text());
      out.flush();
    }
    return ExitCode.COMPLETE.value();
  }

  @Override
  public List<Ratio> ratios(Consumer<String> progress) {
    SamplerWork work = work();
    try (LoadedCheckpoint opened = open()) {
      return SamplerRow.ratios(new SamplerBenchmark(opened, work).run(progress));
    }
  }

  private SamplerWork work() {
    try {
      return new SamplerWork(prompts, rollouts, maxTokens, block, slots, repeat);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
  }

  private LoadedCheckpoint open() {
    Torch.start(1);
    Placement placement = new Placement(device, Placement.CPU.compute());
    return new LoadedCheckpoint(Checkpoint.open(model), placement);
  }
}
