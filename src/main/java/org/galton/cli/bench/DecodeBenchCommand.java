package org.galton.cli.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.galton.bench.DecodeBenchmark;
import org.galton.bench.GridSpec;
import org.galton.bench.Ratio;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.model.AdaptedModel;
import org.galton.model.ComputeType;
import org.galton.model.llama.AdapterFolder;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.LoadedCheckpoint;
import org.galton.model.llama.Placement;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.config.ModelType;
import org.galton.model.llama.config.RopeScaling;
import org.galton.model.llama.torch.Torch;
import org.galton.spec.InvalidInput;
import org.galton.train.CharacterTokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench decode}: what sharing a prompt brings, and what the machine could do. */
@Command(
    name = "decode",
    description = {
      "Time rollouts of one prompt drawn one at a time, with a copied and with a shared prompt.",
      "",
      "In one process, on the same weights, with the same random numbers; no end token counts, so"
          + " that every rollout has exactly the tokens asked for. Rounds take each line once:"
          + " figures are medians of the rounds, comparisons medians of the ratios within a round.",
      "",
      "tokens/s counts drawn tokens over all the time, the prompt's included; ms/step is the time"
          + " of one token a slot after that. One at a time draws two rollouts a loop, and its time"
          + " is scaled to the batch.",
      "",
      "GFLOP/s counts what products cannot do without: for a drawn token that sees c tokens 2 P + 4"
          + " L H D c operations (P weights in products, L blocks, H heads of width D), and the"
          + " prompt once. GB/s counts what has to be read: in each step of each loop the weights"
          + " in products once, and the keys and values seen, those of a shared prompt once for"
          + " all. The shares are of ceilings that as many threads as loops reach here: the better"
          + " float32 product (of 1024 x 1024 matrices, or of the model's own shapes), and copies"
          + " of 64 MiB, each byte read and written. What a processor keeps in its cache can be"
          + " read faster than that.",
      "",
      "cache MiB are keys and values as computed; peak MiB is how far the process grew during a"
          + " pass, the highest of the rounds, where the system has /proc/self/clear_refs."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench decode --batch 64 --prompt-tokens 32,512 --repeat 1"})
final class DecodeBenchCommand implements Callable<Integer>, RatioSource {
  /** About five million weights; positions cost nothing until they are used. */
  static final LlamaConfig SMALL =
      new LlamaConfig(
          CharacterTokenizer.VOCABULARY, 256, 6, 8, 8, 32, 688, 1 << 20, 1e-5, 10_000, true);

  private static final LlamaConfig HALF_A_BILLION =
      new LlamaConfig(
          ModelType.QWEN2,
          151_936,
          896,
          24,
          14,
          2,
          64,
          4864,
          32_768,
          1e-6,
          1e6,
          new RopeScaling.None(),
          Collections.nCopies(24, 0),
          true);

  /** Shapes of random weights. */
  private static final Map<String, LlamaConfig> SHAPES =
      Map.of("5m", SMALL, "0.5b", HALF_A_BILLION);

  @Spec private CommandSpec spec;

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      defaultValue = "5m",
      description =
          "Shape of random weights, without --model: 5m, or 0.5b as Qwen2.5 has it, which are made"
              + " in half a minute and need a heap of 2 GB (default: ${DEFAULT-VALUE}).")
  private String shape;

  @Option(
      names = "--model",
      paramLabel = "SOURCE",
      converter = HomePath.class,
      description =
          "A checkpoint directory or a built-in model, with +adapter:DIR also with an adapter"
              + " (default: random weights, 6 layers of width"
              + " 256 with 8 heads).")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      split = ",",
      defaultValue = "64,256",
      description = "Rollouts side by side (default: ${DEFAULT-VALUE}).")
  private List<Integer> batches;

  @Option(
      names = "--prompt-tokens",
      paramLabel = "N",
      split = ",",
      defaultValue = "32,512,2048",
      description = "Lengths of prompts (default: ${DEFAULT-VALUE}).")
  private List<Integer> promptTokens;

  @Option(
      names = "--new-tokens",
      paramLabel = "N",
      defaultValue = "64",
      description = "Tokens of each rollout (default: ${DEFAULT-VALUE}).")
  private int newTokens;

  @Option(
      names = "--loops",
      paramLabel = "N",
      description =
          "Decode loops side by side, each with its part of the batch (default: one a core). A line"
              + " NxM has N loops with M threads inside each operation.")
  private int loops = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--device",
      defaultValue = "cpu",
      description = "cpu or gpu:N (default: ${DEFAULT-VALUE}).")
  private String device;

  @Option(
      names = "--compute",
      defaultValue = "float32",
      description = "float32, bfloat16, float16 or int8 (default: ${DEFAULT-VALUE}).")
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
    GridSpec grid = grid();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Torch.start(1);
    try (LoadedCheckpoint opened = open()) {
      DecodeBenchReport report =
          new DecodeBenchReport(
              opened.card().name(),
              opened.config(),
              new DecodeBenchmark(opened, grid).run(err::println));
      out.print(json ? report.json().toPrettyString() + "\n" : report.text());
      out.flush();
    }
    return ExitCode.COMPLETE.value();
  }

  @Override
  public List<Ratio> ratios(Consumer<String> progress) {
    GridSpec grid = grid();
    Torch.start(1);
    try (LoadedCheckpoint opened = open()) {
      return new DecodeBenchmark(opened, grid).run(progress).ratios();
    }
  }

  private GridSpec grid() {
    return new GridSpec(batches, promptTokens, newTokens, loops, repeat);
  }

  private LoadedCheckpoint open() {
    Placement placement = new Placement(device, compute);
    return model
        .map(
            source ->
                AdaptedModel.of(source)
                    .map(adapted -> open(adapted, placement))
                    .orElseGet(() -> new LoadedCheckpoint(Checkpoint.open(source), placement)))
        .orElseGet(
            () ->
                LoadedCheckpoint.random(
                    randomShape(),
                    CharacterTokenizer.json().getBytes(StandardCharsets.UTF_8),
                    1,
                    placement));
  }

  private LlamaConfig randomShape() {
    if (!SHAPES.containsKey(shape)) {
      throw new InvalidInput("Invalid --shape %s: expected 5m or 0.5b".formatted(shape));
    }
    return SHAPES.get(shape);
  }

  private static LoadedCheckpoint open(AdaptedModel model, Placement placement) {
    Checkpoint base = Checkpoint.open(model.base());
    return LoadedCheckpoint.of(
        base,
        AdapterFolder.open(model.adapter(), base.config(), new Configuration(false)),
        model.name(),
        placement);
  }
}
