package org.galton.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;

/**
 * Decode loops side by side, each over requests of its own.
 *
 * @param lengths of the completions in tokens, in the order of the requests, loop after loop
 */
public record DecodePass(List<Integer> lengths, DecodeTiming timing) {

  /**
   * What one thread does.
   *
   * @param slots that the model decodes side by side
   */
  public record Loop(LanguageModel model, int slots, List<Request> requests) {}

  private record Drawn(List<Integer> lengths, double setupSeconds) {}

  /**
   * Runs every loop on a fresh thread of its own.
   *
   * @throws InvalidInput when the model cannot continue a prompt
   */
  public static DecodePass of(List<Loop> loops, Sampling sampling) {
    ExecutorService threads = Executors.newFixedThreadPool(loops.size());
    Stopwatch watch = new Stopwatch();
    try {
      List<Callable<Drawn>> tasks = new ArrayList<>();
      loops.forEach(loop -> tasks.add(() -> draw(loop, sampling, watch)));
      List<Future<Drawn>> futures = threads.invokeAll(tasks);
      double seconds = watch.seconds();
      double cpuSeconds = watch.cpuSeconds();
      List<Integer> lengths = new ArrayList<>();
      long steps = 0;
      double setupSeconds = 0;
      for (int i = 0; i < loops.size(); i++) {
        Drawn drawn = futures.get(i).get();
        lengths.addAll(drawn.lengths());
        steps = Math.max(steps, steps(drawn.lengths(), loops.get(i).slots()));
        setupSeconds = Math.max(setupSeconds, drawn.setupSeconds());
      }
      long tokens = lengths.stream().mapToLong(Integer::longValue).sum();
      return new DecodePass(
          lengths,
          new DecodeTiming(lengths.size(), tokens, steps, setupSeconds, seconds, cpuSeconds));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Drawn draw(Loop loop, Sampling sampling, Stopwatch watch) {
    List<Request> requests = loop.requests();
    Integer[] lengths = new Integer[requests.size()];
    double[] starts = new double[requests.size()];
    List<Request> numbered = new ArrayList<>();
    for (Request request : requests) {
      numbered.add(new Request(numbered.size(), request.prompt(), request.seed()));
    }
    loop.model()
        .generate(
            numbered.iterator(),
            sampling,
            outcome -> {
              if (outcome instanceof Completion completion) {
                int at = (int) outcome.request().id();
                lengths[at] = completion.completionTokens();
                starts[at] = watch.seconds() - completion.seconds();
              } else if (outcome instanceof GenerationFailure failure) {
                throw new InvalidInput(failure.reason());
              }
            });
    Arrays.sort(starts);
    return new Drawn(List.of(lengths), starts[Math.min(loop.slots(), starts.length) - 1]);
  }

  /** Steps that a decode loop takes: each request goes to the first slot that is free. */
  public static long steps(List<Integer> lengths, int slots) {
    PriorityQueue<Long> freeAt = new PriorityQueue<>();
    long last = 0;
    for (int length : lengths) {
      long end = (freeAt.size() < slots ? 0 : freeAt.remove()) + length;
      freeAt.add(end);
      last = Math.max(last, end);
    }
    return last;
  }
}
