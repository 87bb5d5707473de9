package org.galton.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.galton.model.LanguageModel;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.model.llama.LoadedCheckpoint;
import org.galton.model.llama.decoding.EngineCeilings;
import org.galton.model.llama.torch.StepProfile;
import org.galton.model.llama.torch.Torch;
import org.galton.spec.InvalidInput;

/**
 * Times one model's decoding in several ways, in rounds that take each way once, so that all of
 * them meet the same busy machine. A first round of a few tokens warms up and does not count.
 */
public final class DecodeBenchmark {
  private static final int WARM_UP_TOKENS = 4;
  private static final long SQUARE = 1024;
  private static final long SEED = 1;

  private final LoadedCheckpoint model;
  private final GridSpec spec;
  private final DecodeWork work;
  private final Map<Integer, BenchPrompt> prompts = new TreeMap<>();
  private final ProcessMemory memory = new ProcessMemory();

  private record Measured(DecodeTiming timing, OptionalLong peakBytes) {}

  public DecodeBenchmark(LoadedCheckpoint model, GridSpec spec) {
    this.model = model;
    this.spec = spec;
    this.work = new DecodeWork(model.config());
    for (int wanted : spec.promptTokens()) {
      BenchPrompt prompt = BenchPrompt.of(wanted, model::tokens);
      prompts.put(prompt.tokens(), prompt);
    }
  }

  /**
   * @param progress is told what is being done
   * @throws InvalidInput when there is no room for any cell
   */
  public GridResult run(Consumer<String> progress) {
    List<Integer> lengths = List.copyOf(prompts.keySet());
    Set<DecodeCell> wanted = new LinkedHashSet<>();
    lengths.forEach(length -> wanted.addAll(spec.rivals(length)));
    List<DecodeCell> growth = spec.growth(lengths.get(0));
    wanted.addAll(growth);
    Map<DecodeCell, List<Measured>> measured = new LinkedHashMap<>();
    List<GridResult.Skipped> skipped = new ArrayList<>();
    Room room = new Room(memory.free(), model.config().context());
    for (DecodeCell cell : wanted) {
      Optional<String> refusal = room.refusal(cell, work.cacheBytes(cell));
      refusal.ifPresent(reason -> skipped.add(new GridResult.Skipped(cell, reason)));
      if (refusal.isEmpty()) {
        measured.put(cell, new ArrayList<>());
      }
    }
    if (measured.isEmpty()) {
      throw new InvalidInput(
          "Cannot time anything: %s; give smaller --prompt-tokens, --new-tokens or --batch"
              .formatted(skipped.get(0).reason()));
    }
    progress.accept("measuring the ceilings");
    GridResult.Ceilings ceilings = ceilings();
    progress.accept("warming up");
    measured.keySet().forEach(cell -> measure(cell.upTo(WARM_UP_TOKENS)));
    for (int round = 1; round <= spec.rounds(); round++) {
      progress.accept("round " + round + " of " + spec.rounds());
      measured.forEach((cell, times) -> times.add(measure(cell)));
    }
    progress.accept("splitting the time of a step");
    List<GridResult.Split> splits =
        lengths.stream()
            .filter(length -> measured.containsKey(spec.shared(length, spec.largestBatch())))
            .map(this::split)
            .toList();
    List<GridRow> rows = measured.entrySet().stream().map(this::row).toList();
    return new GridResult(
        spec,
        lengths,
        ceilings,
        rows.stream().filter(row -> isRival(row.cell(), lengths)).toList(),
        rows.stream().filter(row -> growth.contains(row.cell())).toList(),
        skipped,
        splits);
  }

  private boolean isRival(DecodeCell cell, List<Integer> lengths) {
    return lengths.stream().anyMatch(length -> spec.rivals(length).contains(cell));
  }

  private GridResult.Ceilings ceilings() {
    int batch = spec.largestBatch();
    DecodeCell.Crew crew = spec.side(batch);
    Torch.useThreads(crew.threads());
    EngineCeilings engine = new EngineCeilings(model.device(), crew.loops());
    int rows = Math.max(1, batch / crew.loops());
    return new GridResult.Ceilings(
        engine.product(SQUARE, SQUARE, SQUARE),
        engine.products(model.config(), rows),
        rows,
        engine.copy());
  }

  private Measured measure(DecodeCell cell) {
    Torch.useThreads(cell.crew().threads());
    List<DecodePass.Loop> loops = new ArrayList<>();
    try {
      int first = 0;
      for (int loop = 0; loop < cell.crew().loops(); loop++) {
        loops.add(loop(cell, loop, first));
        first += cell.drawnBy(loop);
      }
      Torch.releaseFreedMemory();
      ProcessMemory.Growth growth = memory.growth();
      DecodeTiming timing = DecodePass.of(loops, Sampling.untempered(cell.newTokens())).timing();
      return new Measured(timing.scaled(cell.scale()), growth.peak());
    } finally {
      loops.forEach(loop -> loop.model().close());
    }
  }

  private DecodePass.Loop loop(DecodeCell cell, int loop, int first) {
    String prompt = prompts.get(cell.promptTokens()).text();
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < cell.drawnBy(loop); i++) {
      requests.add(new Request(i, prompt, Uniforms.seed(SEED, first + i)));
    }
    int slots = cell.slotsOf(loop);
    return new DecodePass.Loop(model.endless(cell.way().promptCache(), slots), slots, requests);
  }

  /** Of the first of the loops, alone: a profiler sees one thread. */
  private GridResult.Split split(int prompt) {
    DecodeCell cell = spec.shared(prompt, spec.largestBatch());
    Torch.useThreads(cell.crew().threads());
    DecodePass.Loop loop = loop(cell, 0, 0);
    try (LanguageModel decoding = loop.model()) {
      Sampling sampling = Sampling.untempered(cell.newTokens());
      return new GridResult.Split(
          prompt,
          StepProfile.of(
              () -> decoding.generate(loop.requests().iterator(), sampling, outcome -> {})));
    }
  }

  private GridRow row(Map.Entry<DecodeCell, List<Measured>> entry) {
    DecodeCell cell = entry.getKey();
    List<Measured> measured = entry.getValue();
    DecodeRow times = new DecodeRow(cell.slots(), measured.stream().map(Measured::timing).toList());
    return new GridRow(
        cell,
        times,
        work.operations(cell),
        work.bytes(cell, times.timings().get(0).steps()),
        work.cacheBytes(cell),
        measured.stream().map(Measured::peakBytes).flatMapToLong(OptionalLong::stream).max());
  }
}
