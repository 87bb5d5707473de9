package org.galton.train.value;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.galton.model.HiddenStates;
import org.galton.model.InspectedModel;

/** States of many partial completions, by several threads in parts that are always the same. */
final class StateReading {
  private static final int PART = 512;

  private StateReading() {}

  static float[][] of(InspectedModel model, List<PartialExample> examples, int threads) {
    ExecutorService readers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<float[]>>> parts = new ArrayList<>();
      for (int from = 0; from < examples.size(); from += PART) {
        List<int[]> sequences =
            examples.subList(from, Math.min(examples.size(), from + PART)).stream()
                .map(PartialExample::tokens)
                .toList();
        parts.add(readers.submit(reading(model, sequences)));
      }
      List<float[]> states = new ArrayList<>(examples.size());
      for (Future<List<float[]>> part : parts) {
        states.addAll(part.get());
      }
      return states.toArray(float[][]::new);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading states", e);
    } finally {
      readers.shutdownNow();
    }
  }

  private static Callable<List<float[]>> reading(InspectedModel model, List<int[]> sequences) {
    return () -> {
      try (HiddenStates states = model.states()) {
        return states.after(sequences);
      }
    };
  }
}
