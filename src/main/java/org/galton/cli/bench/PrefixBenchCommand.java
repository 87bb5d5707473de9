package org.galton.cli.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.galton.bench.Ratio;
import org.galton.bench.prefix.PrefixBenchmark;
import org.galton.bench.prefix.PrefixPass;
import org.galton.bench.prefix.PrefixRow;
import org.galton.bench.prefix.PrefixWork;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.model.ComputeType;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.LoadedCheckpoint;
import org.galton.model.llama.Placement;
import org.galton.model.llama.torch.Torch;
import org.galton.spec.InvalidInput;
import org.galton.train.CharacterTokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench prefixes}: what it brings to keep the beginnings that prompts share. */
@Command(
    name = "prefixes",
    description = {
      "Time prompts that begin as others do, with and without what is kept of those.",
      "",
      "Two kinds: episodes, each of whose turns shows all turns before it; and questions behind the"
          + " same worked examples (shots). One decode loop of one thread draws each kind once a"
          + " round in both ways, on the same weights, with the same random numbers. No end token"
          + " counts. Figures are medians of the rounds, ratios medians of the ratios within a"
          + " round.",
      "",
      "prompt tokens: those that were computed. A CPU second is one of any thread of the process."
          + " Texts of both ways are compared in every round, and the log-probabilities of their"
          + " completions: the last column has the largest difference, in nats.",
      "",
      "Needs no Spark."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench prefixes --turns 5 --questions 8 --repeat 1"})
final class PrefixBenchCommand implements Callable<Integer>, RatioSource {
  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "SOURCE",
      converter = HomePath.class,
      description =
          "A checkpoint directory or a built-in model whose context has room for the prompts"
              + " (default: random weights, 6 layers of width 256 with 8 heads).")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--episodes",
      paramLabel = "N",
      defaultValue = "8",
      description = "Episodes side by side (default: ${DEFAULT-VALUE}).")
  private int episodes;

  @Option(
      names = "--turns",
      paramLabel = "N",
      defaultValue = "20",
      description = "Turns of an episode (default: ${DEFAULT-VALUE}).")
  private int turns;

  @Option(
      names = "--questions",
      paramLabel = "N",
      defaultValue = "64",
      description = "Questions behind the same shots (default: ${DEFAULT-VALUE}).")
  private int questions;

  @Option(
      names = "--shot-tokens",
      paramLabel = "N",
      defaultValue = "1500",
      description = "Tokens of the shots (default: ${DEFAULT-VALUE}).")
  private int shotTokens;

  @Option(
      names = "--rollouts",
      paramLabel = "N",
      defaultValue = "1",
      description = "Rollouts of each question (default: ${DEFAULT-VALUE}).")
  private int rollouts;

  @Option(
      names = "--new-tokens",
      paramLabel = "N",
      defaultValue = "48",
      description = "Tokens of each answer (default: ${DEFAULT-VALUE}).")
  private int newTokens;

  @Option(
      names = "--slots",
      paramLabel = "N",
      defaultValue = "8",
      description = "Slots of the decode loop (default: ${DEFAULT-VALUE}).")
  private int slots;

  @Option(
      names = "--device",
      defaultValue = "cpu",
      description = "cpu or gpu:N (default: ${DEFAULT-VALUE}).")
  private String device;

  @Option(
      names = "--compute",
      defaultValue = "float32",
      description = "float32, bfloat16 or float16 (default: ${DEFAULT-VALUE}).")
  private ComputeType compute;

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
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    PrefixBenchReport report = measured(err::println);
    out.print(json ? report.json() + "\n" : report.text());
    out.flush();
    return ExitCode.COMPLETE.value();
  }

  @Override
  public List<Ratio> ratios(Consumer<String> progress) {
    return measured(progress).rows().stream()
        .map(
            row ->
                Ratio.higherIsBetter(
                    row.workload(),
                    "the same with nothing kept",
                    row.ratio(PrefixPass::cpuSeconds)))
        .toList();
  }

  private PrefixBenchReport measured(Consumer<String> progress) {
    PrefixWork work;
    try {
      work =
          new PrefixWork(
              episodes, turns, questions, shotTokens, rollouts, newTokens, slots, repeat);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
    Torch.start(1);
    try (LoadedCheckpoint opened = open(new Placement(device, compute))) {
      List<PrefixRow> rows = new PrefixBenchmark(opened, work).run(progress);
      return new PrefixBenchReport(opened.card().name(), work, rows);
    }
  }

  private LoadedCheckpoint open(Placement placement) {
    return model
        .map(source -> new LoadedCheckpoint(Checkpoint.open(source), placement))
        .orElseGet(
            () ->
                LoadedCheckpoint.random(
                    DecodeBenchCommand.SMALL,
                    CharacterTokenizer.json().getBytes(StandardCharsets.UTF_8),
                    1,
                    placement));
  }
}
