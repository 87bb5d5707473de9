package org.galton.cli;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Kills an executor of a running driver every few seconds, whatever it is doing. It lets one file
 * be finished between two kills: on a machine that starts processes more slowly than they die,
 * nothing would ever be drawn.
 */
final class ExecutorKiller {
  private final Random random;
  private int killed;

  ExecutorKiller(long seed) {
    this.random = new Random(seed);
  }

  int killed() {
    return killed;
  }

  /**
   * Kills until there are as many files, or the driver has ended by itself.
   *
   * @param files how many files there are now
   */
  void pursue(Process driver, IntSupplier files, int enough) throws InterruptedException {
    while (files.getAsInt() < enough) {
      int before = files.getAsInt();
      if (driver.waitFor(2000 + random.nextInt(3000), TimeUnit.MILLISECONDS)) {
        return;
      }
      while (files.getAsInt() == before && driver.isAlive()) {
        Thread.sleep(20);
      }
      List<ProcessHandle> executors = executors(driver);
      if (!executors.isEmpty() && files.getAsInt() < enough) {
        executors.get(random.nextInt(executors.size())).destroyForcibly();
        killed++;
      }
    }
  }

  static List<ProcessHandle> executors(Process driver) {
    return driver.descendants().filter(ExecutorKiller::isExecutor).toList();
  }

  private static boolean isExecutor(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("CoarseGrainedExecutorBackend"))
        .isPresent();
  }
}
