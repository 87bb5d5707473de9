package org.galton.job.bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.galton.bench.DecodePass;
import org.galton.bench.DecodeRow;
import org.galton.bench.DecodeTiming;
import org.galton.bench.Ratio;
import org.galton.bench.Stopwatch;
import org.galton.job.draw.ShardTask;
import org.galton.job.sweep.Stage;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.model.LanguageModel;
import org.galton.model.Processor;
import org.galton.model.Request;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.Decoding;
import org.galton.sweep.Shard;
import org.galton.sweep.SweepSpec;

/**
 * Times the same requests to the same model decoded in several ways, in rounds that take each way
 * once, so that all of them meet the same busy machine. A first round warms up and does not count.
 * Every way finds the weights loaded.
 */
public final class SweepBenchmark {
  /** Decoding one at a time is so much slower that it gets only every n-th rollout. */
  private static final int ALONE_EVERY = 16;

  /** Rollouts that leave most slots empty. */
  public static final int FEW = 4;

  private final Sweep sweep;
  private final ModelLoader loader;
  private final SweepSpec spec;
  private final List<Integer> grid;

  /**
   * @param sweep on a session with one core
   * @param loader the one that the sweep has
   * @param spec of one model, one task and one sampling; every round writes into a folder of its
   *     own below the spec's output
   * @param grid further numbers of slots to try
   */
  public SweepBenchmark(Sweep sweep, ModelLoader loader, SweepSpec spec, List<Integer> grid) {
    this.sweep = sweep;
    this.loader = loader;
    this.spec = spec;
    this.grid = grid;
  }

  /**
   * @param alone a decode loop of one slot
   * @param together a decode loop of the spec's slots
   * @param few {@value #FEW} rollouts in a decode loop of the spec's slots
   * @param fewSlots the same in a decode loop of {@value #FEW} slots
   * @param sweep the rollout stage, from the Spark job's start to its last written file
   * @param grid decode loops of other numbers of slots
   */
  public record Result(
      DecodeRow alone,
      DecodeRow together,
      DecodeRow few,
      DecodeRow fewSlots,
      DecodeRow sweep,
      List<DecodeRow> grid) {
    /** How many times the tokens a second of decoding one at a time. */
    public double speedup() {
      return together.ratio(alone, DecodeTiming::tokensPerSecond);
    }

    /** Tokens a CPU second of a sweep against those of its decode loop. */
    public double ofCpu() {
      return sweep.ratio(together, DecodeTiming::tokensPerCpuSecond);
    }

    /** Tokens a CPU second of few rollouts among many slots against as few slots. */
    public double ofFew() {
      return few.ratio(fewSlots, DecodeTiming::tokensPerCpuSecond);
    }

    public List<Ratio> ratios() {
      return List.of(
          Ratio.higherIsBetter(
              "tokens a second, %d slots".formatted(together.slots()), "one at a time", speedup()),
          Ratio.higherIsBetter(
              "tokens a CPU second, %d rollouts in %d slots".formatted(FEW, together.slots()),
              "%d slots".formatted(FEW),
              ofFew()),
          Ratio.higherIsBetter("tokens of a sweep a CPU second", "its decode loop", ofCpu()));
    }

    private static Result of(List<Round> rounds, int slots, List<Integer> grid) {
      return new Result(
          row(1, rounds, Round::alone),
          row(slots, rounds, Round::together),
          row(slots, rounds, Round::few),
          row(FEW, rounds, Round::fewSlots),
          row(slots, rounds, Round::sweep),
          IntStream.range(0, grid.size())
              .mapToObj(i -> row(grid.get(i), rounds, round -> round.grid().get(i)))
              .toList());
    }

    private static DecodeRow row(
        int slots, List<Round> rounds, Function<Round, DecodeTiming> timing) {
      return new DecodeRow(slots, rounds.stream().map(timing).toList());
    }
  }

  private record Round(
      DecodeTiming alone,
      DecodeTiming together,
      DecodeTiming few,
      DecodeTiming fewSlots,
      DecodeTiming sweep,
      List<DecodeTiming> grid) {}

  /**
   * @param rounds that count
   * @throws org.galton.spec.InvalidInput when the model cannot be opened or cannot continue a
   *     prompt
   */
  public Result run(int rounds) {
    int slots = spec.decoding().slots();
    List<Shard> shards = sweep.plan(spec).shards();
    List<Round> timed = new ArrayList<>();
    LanguageModel keepsWeightsLoaded = load(slots);
    try {
      round(0, shards);
      for (int number = 1; number <= rounds; number++) {
        timed.add(round(number, shards));
      }
    } finally {
      keepsWeightsLoaded.close();
    }
    return Result.of(timed, slots, grid);
  }

  private Round round(int number, List<Shard> shards) {
    List<Request> requests = requests(shards);
    DecodePass alone = pass(1, every(ALONE_EVERY, requests));
    DecodePass together = pass(spec.decoding().slots(), requests);
    List<Request> few = requests.subList(0, Math.min(FEW, requests.size()));
    DecodeTiming swept = sweep(number, shards, together.lengths());
    return new Round(
        alone.timing(),
        together.timing(),
        pass(spec.decoding().slots(), few).timing(),
        pass(FEW, few).timing(),
        swept,
        grid.stream().map(slots -> pass(slots, requests).timing()).toList());
  }

  private DecodePass pass(int slots, List<Request> requests) {
    try (LanguageModel model = load(slots)) {
      return DecodePass.of(
          List.of(new DecodePass.Loop(model, slots, requests)),
          spec.samplings().get(0).under(model.card()));
    }
  }

  /**
   * @param lengths of the completions, which are the same in every way of decoding
   */
  private DecodeTiming sweep(int number, List<Shard> shards, List<Integer> lengths) {
    int slots = spec.decoding().slots();
    long steps = 0;
    int from = 0;
    for (Shard shard : shards) {
      steps += DecodePass.steps(lengths.subList(from, from + shard.rollouts()), slots);
      from += shard.rollouts();
    }
    Stopwatch watch = new Stopwatch();
    AtomicReference<Double> drawing = new AtomicReference<>();
    AtomicReference<Double> cpu = new AtomicReference<>();
    SweepResult result =
        sweep.run(
            below(number),
            EnumSet.of(Stage.ROLLOUT),
            progress -> {
              if (progress.done() == progress.total()
                  && drawing.compareAndSet(null, progress.elapsed().toNanos() / 1e9)) {
                cpu.set(watch.cpuSeconds());
              }
            });
    return new DecodeTiming(
        result.drawn().rollouts(), result.drawn().tokens(), steps, 0, drawing.get(), cpu.get());
  }

  private SweepSpec below(int number) {
    return spec.in(spec.output() + "/round-" + number);
  }

  private LanguageModel load(int slots) {
    String source = spec.models().get(0);
    Decoding decoding =
        spec.decoding()
            .decided(Processor.ofThisMachine(), loader.storedType(source).stream().toList());
    return loader.load(source, decoding.withSlots(slots));
  }

  /** Those of all shards, numbered through. */
  private static List<Request> requests(List<Shard> shards) {
    List<Request> requests = new ArrayList<>();
    for (Shard shard : shards) {
      for (Request request : ShardTask.requests(shard)) {
        requests.add(new Request(requests.size(), request.prompt(), request.seed()));
      }
    }
    return requests;
  }

  private static List<Request> every(int step, List<Request> requests) {
    return IntStream.range(0, (requests.size() + step - 1) / step)
        .mapToObj(i -> requests.get(i * step))
        .map(request -> new Request(request.id() / step, request.prompt(), request.seed()))
        .toList();
  }
}
