package org.galton.task.judge.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.galton.task.judge.JudgeFailure;

/**
 * Starts a command, gives it its input and looks at it until it has ended, by itself or by a limit.
 * The thread that starts it waits for it: a sandbox ends with the thread that started it. Its
 * environment holds nothing of ours, since a program in the sandbox can read the environment with
 * which the sandbox itself was started.
 */
final class SandboxProcess {
  private static final int MORE_ERRORS = 1 << 16;
  private static final long LOOK_MILLIS = 100;
  private static final Duration GONE = Duration.ofSeconds(10);

  private static final ExecutorService PIPES =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "sandbox pipe");
            thread.setDaemon(true);
            return thread;
          });

  private final Process process;
  private final Limits limits;
  private final long startedAt = System.nanoTime();
  private Usage usage = Usage.NONE;
  private List<ProcessHandle> family = List.of();
  private long wantedMillis;
  private long asleepMillis;

  private SandboxProcess(Process process, Limits limits) {
    this.process = process;
    this.limits = limits;
  }

  /**
   * @throws IOException when the command cannot be started
   * @throws JudgeFailure when processes are left that cannot be ended
   */
  static Finished run(List<String> command, byte[] input, Limits limits)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
    builder.environment().clear();
    builder.environment().put("PATH", Tools.PATH);
    return new SandboxProcess(builder.start(), limits).finish(input);
  }

  private Finished finish(byte[] input) throws InterruptedException {
    BoundedReading output =
        new BoundedReading(process.getInputStream(), limits.outputBytes(), this::kill);
    BoundedReading errors =
        new BoundedReading(
            process.getErrorStream(), limits.outputBytes() + MORE_ERRORS, this::kill);
    Future<byte[]> written = PIPES.submit(output);
    Future<byte[]> complaints = PIPES.submit(errors);
    PIPES.execute(() -> give(input));
    try {
      Ending ending = watch();
      end();
      byte[] out = all(written);
      byte[] err = all(complaints);
      return new Finished(
          output.isOver() || errors.isOver() ? Ending.OUTPUT_LIMIT : ending,
          process.exitValue(),
          out,
          err,
          usage,
          wantedMillis);
    } finally {
      end();
    }
  }

  private void give(byte[] input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input);
    } catch (IOException e) {
      // It ended before it had read everything, as it may.
    }
  }

  private Ending watch() throws InterruptedException {
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      look();
      if (usage.memoryBytes() > limits.memoryBytes()) {
        return Ending.MEMORY_LIMIT;
      }
      if (usage.cpuMillis() > limits.cpuMillis()) {
        return Ending.CPU_LIMIT;
      }
      if (asleepMillis > limits.cpuMillis() || wallMillis() > limits.wallMillis()) {
        return Ending.TIME_LIMIT;
      }
    }
    return Ending.EXITED;
  }

  private void look() {
    List<ProcessHandle> now = new ArrayList<>();
    now.add(process.toHandle());
    process.descendants().forEach(now::add);
    family = now;
    long before = wantedMillis + asleepMillis;
    usage = Usage.of(now).after(usage);
    long passed = wallMillis() - before;
    if (usage.isRunnable()) {
      wantedMillis += passed;
    } else {
      asleepMillis += passed;
    }
  }

  private long wallMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt);
  }

  /** Ends the sandbox, with which every process in it ends. */
  private void end() throws InterruptedException {
    if (process.isAlive()) {
      kill();
    }
    family.forEach(ProcessHandle::destroyForcibly);
    long until = System.nanoTime() + GONE.toNanos();
    // A dead process may wait long for its parent, the machine's first, to take note of it.
    while (process.isAlive() || !family.stream().allMatch(Usage::isGone)) {
      if (System.nanoTime() > until) {
        throw new JudgeFailure(
            "Cannot end the processes of a program within %d s".formatted(GONE.toSeconds()));
      }
      Thread.sleep(2);
    }
  }

  /**
   * By its handle: {@link Process#destroyForcibly} closes the pipes, and what is in them is lost.
   */
  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly();
  }

  private static byte[] all(Future<byte[]> reading) throws InterruptedException {
    try {
      return reading.get(GONE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot read what a program wrote", e.getCause());
    } catch (TimeoutException e) {
      throw new JudgeFailure(
          "Cannot read a program's output to its end within %d s".formatted(GONE.toSeconds()));
    }
  }
}
