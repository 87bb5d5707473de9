package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.torch.Torch;

/**
 * What the engine reaches on this machine when several threads do nothing else, each on arrays of
 * its own; the best of a few tries.
 */
public final class EngineCeilings {
  private static final int TRIES = 3;
  private static final double SECONDS = 0.25;

  /** Large enough to lie in no cache. */
  private static final long COPIED_BYTES = 64L << 20;

  private final String device;
  private final int threads;

  public EngineCeilings(String device, int threads) {
    this.device = device;
    this.threads = threads;
  }

  /** One operation on arrays that its manager owns. */
  private interface Operation {
    NDArray run(NDManager scratch);
  }

  /**
   * Operations a second, two for each multiplication and addition, of the float32 product [rows,
   * inner] x [inner, columns] by all threads together.
   */
  public double product(long rows, long inner, long columns) {
    return 2.0 * rows * inner * columns * best(owner -> multiply(owner, rows, inner, columns));
  }

  /**
   * As {@link #product}, over the products with weights that one step of a decoder takes.
   *
   * @param rows slots of a loop
   */
  public double products(LlamaConfig config, long rows) {
    long width = config.width();
    long mixed = (long) config.heads() * config.headWidth();
    long projected = mixed + 2L * config.keyValueHeads() * config.headWidth();
    long[][] block = {
      {width, projected},
      {mixed, width},
      {width, 2L * config.feedForward()},
      {config.feedForward(), width}
    };
    double operations = 2.0 * rows * width * config.vocabulary();
    double seconds = operations / product(rows, width, config.vocabulary());
    for (long[] shape : block) {
      double own = 2.0 * config.layers() * rows * shape[0] * shape[1];
      operations += own;
      seconds += own / product(rows, shape[0], shape[1]);
    }
    return operations / seconds;
  }

  /** Bytes a second of large copies by all threads together; each byte counts read and written. */
  public double copy() {
    return 2.0 * COPIED_BYTES * best(EngineCeilings::copy);
  }

  private static Operation multiply(NDManager owner, long rows, long inner, long columns) {
    NDArray input = owner.ones(new Shape(rows, inner));
    NDArray weights = owner.ones(new Shape(columns, inner)).transpose();
    return scratch -> {
      NDArray result = input.matMul(weights);
      result.attach(scratch);
      return result;
    };
  }

  private static Operation copy(NDManager owner) {
    NDArray from = owner.ones(new Shape(COPIED_BYTES / Float.BYTES));
    NDArray to = owner.zeros(from.getShape());
    NDIndex all = new NDIndex().addAllDim();
    return scratch -> {
      to.set(all, from);
      return to;
    };
  }

  /** Operations a second. */
  private double best(Function<NDManager, Operation> operation) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CyclicBarrier barrier = new CyclicBarrier(threads);
    try {
      List<Callable<double[]>> tasks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        tasks.add(() -> rates(operation, barrier));
      }
      double[] sums = new double[TRIES];
      for (Future<double[]> rates : pool.invokeAll(tasks)) {
        for (int i = 0; i < TRIES; i++) {
          sums[i] += rates.get()[i];
        }
      }
      double best = 0;
      for (double sum : sums) {
        best = Math.max(best, sum);
      }
      return best;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private double[] rates(Function<NDManager, Operation> operation, CyclicBarrier barrier)
      throws Exception {
    try (NDManager owner = Torch.on(device)) {
      Operation repeated = operation.apply(owner);
      rate(owner, repeated);
      double[] rates = new double[TRIES];
      for (int i = 0; i < TRIES; i++) {
        barrier.await();
        rates[i] = rate(owner, repeated);
      }
      return rates;
    }
  }

  private static double rate(NDManager owner, Operation operation) {
    long began = System.nanoTime();
    long calls = 0;
    double seconds = 0;
    while (seconds < SECONDS) {
      try (NDManager scratch = owner.newSubManager()) {
        operation.run(scratch);
      }
      calls++;
      seconds = (System.nanoTime() - began) / 1e9;
    }
    // A GPU has only been told what to do: a number read from the last result waits for it.
    try (NDManager scratch = owner.newSubManager()) {
      NDArray one = operation.run(scratch).flatten().get(0);
      one.attach(scratch);
      one.getFloat();
    }
    return (calls + 1) / ((System.nanoTime() - began) / 1e9);
  }
}
