package org.galton.task.judge.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.galton.task.judge.JudgeBroken;
import org.galton.task.judge.JudgeFailure;
import org.galton.task.judge.sandbox.ProgramRun.Cost;

/**
 * Runs programs on this machine, each in a sandbox of its own that ends with it. For use by many
 * threads.
 */
public final class Sandbox {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int WORD_BYTES = 16;
  private static final int SHOWN = 300;

  /** The exit code of a program that SIGXCPU ended. */
  private static final int CPU_SIGNAL = 128 + 24;

  /** Held to read by every run, and to write by one that is to have the machine for itself. */
  private static final ReadWriteLock MACHINE = new ReentrantReadWriteLock();

  private final SandboxCommand command;

  /**
   * @throws JudgeBroken where a program is missing of which sandboxes are made
   */
  Sandbox(Confinement confinement, String python, Tools tools) {
    this.command = new SandboxCommand(confinement, python, tools);
  }

  /**
   * One that was tried on this machine, once for all of this process.
   *
   * @throws JudgeBroken saying what is missing or does not hold, and what to do
   */
  public static Sandbox tried(Confinement confinement, String python, int memoryMib) {
    return Canary.tried(confinement, python, memoryMib);
  }

  /**
   * @throws JudgeBroken where no sandbox comes up
   * @throws JudgeFailure where the machine was too busy for a verdict, twice
   */
  public ProgramRun run(Program program, Limits limits) {
    String start = word();
    String nonce = word();
    byte[] input = program.bytes(start, nonce);
    List<String> words = command.running(limits, Harness.SOURCE);
    Finished finished = finish(words, input, limits, MACHINE.readLock());
    if (isIdle(finished, limits)) {
      finished = finish(words, input, limits, MACHINE.writeLock());
      long denied = finished.wantedMillis() - finished.usage().cpuMillis();
      if (isIdle(finished, limits) && denied >= limits.wallMillis() / 2) {
        throw new JudgeFailure(
            "the machine was too busy, twice: a program that was able to run for %.1f s was given"
                    .formatted(finished.wantedMillis() / 1e3)
                + " %.1f s of CPU time".formatted(finished.usage().cpuMillis() / 1e3));
      }
    }
    return read(finished, Report.of(finished.errors(), start, nonce));
  }

  /** Whether time ran out while little was used: the program slept, or was not given a core. */
  private static boolean isIdle(Finished finished, Limits limits) {
    return finished.ending() == Ending.TIME_LIMIT
        && finished.usage().cpuMillis() < limits.cpuMillis() / 2;
  }

  private static Finished finish(List<String> words, byte[] input, Limits limits, Lock share) {
    share.lock();
    try {
      return SandboxProcess.run(words, input, limits);
    } catch (IOException e) {
      throw new JudgeBroken("Cannot start a sandbox: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JudgeBroken("Cannot judge: interrupted");
    } finally {
      share.unlock();
    }
  }

  private static ProgramRun read(Finished finished, Report report) {
    if (!report.isStarted()) {
      throw new JudgeBroken(
          "Cannot start a sandbox: it ended with exit code %d and said '%s'"
              .formatted(finished.exitCode(), shown(finished.errors())));
    }
    Ending ending = finished.exitCode() == CPU_SIGNAL ? Ending.CPU_LIMIT : finished.ending();
    boolean isDone =
        ending == Ending.EXITED
            && finished.exitCode() == 0
            && report.ending().map(Report.Line::isDone).orElse(false);
    return new ProgramRun(
        ending,
        isDone,
        finished.exitCode(),
        report.ending().map(Report.Line::text).orElse(""),
        new String(finished.output(), StandardCharsets.UTF_8),
        report.ending().map(Report.Line::cost).orElse(Cost.UNKNOWN).orMore(seen(finished.usage())));
  }

  private static Cost seen(Usage usage) {
    return new Cost(usage.cpuMillis(), usage.memoryBytes() >> 20);
  }

  private static String shown(byte[] errors) {
    String text = new String(errors, StandardCharsets.UTF_8).strip();
    return text.length() <= SHOWN ? text : "…" + text.substring(text.length() - SHOWN);
  }

  private static String word() {
    byte[] bytes = new byte[WORD_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
