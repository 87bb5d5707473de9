package org.galton.task.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How many small programs are judged a second and core, beside bare starts of Python by the same
 * means. {@code -Dgalton.programs=50} makes it shorter.
 */
final class SandboxCoverage {
  private static final int PROGRAMS = Integer.getInteger("galton.programs", 300);
  private static final Limits LIMITS = new Limits(10, 4096, 1024);
  private static final String PYTHON = "/usr/bin/python3";

  @Test
  void aSandboxCostsAFewStartsOfPython() throws Exception {
    Sandbox sandbox = Sandbox.tried(Confinement.BUBBLEWRAP, PYTHON, LIMITS.memoryMib());
    Program program =
        Program.tested("def twice(n):\n    return 2 * n\n", List.of("assert twice(4) == 8"));
    int cores = Runtime.getRuntime().availableProcessors();
    for (int round = 0; round < 3; round++) {
      double bare =
          perSecond(
              cores,
              () ->
                  SandboxProcess.run(List.of(PYTHON, "-I", "-S", "-c", "pass"), new byte[0], LIMITS)
                          .exitCode()
                      == 0);
      double judged = perSecond(cores, () -> sandbox.run(program, LIMITS).isDone());
      System.out.printf(
          "round %d, %d cores, a second and core: %.1f bare starts of Python, %.1f programs judged"
              + " (ratio %.2f), %,.0f programs a minute in all%n",
          round, cores, bare / cores, judged / cores, bare / judged, 60 * judged);
    }
  }

  private static double perSecond(int threads, Callable<Boolean> once) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      List<Future<Boolean>> all =
          pool.invokeAll(IntStream.range(0, PROGRAMS).mapToObj(i -> once).toList());
      double seconds = (System.nanoTime() - start) / 1e9;
      for (Future<Boolean> one : all) {
        assertThat(one.get()).isTrue();
      }
      return PROGRAMS / seconds;
    } finally {
      pool.shutdownNow();
    }
  }
}
