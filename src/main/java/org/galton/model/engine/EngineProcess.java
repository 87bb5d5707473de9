package org.galton.model.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running engine, which ends with this process even if that is killed: a small shell holds the
 * other end of a pipe, and once the pipe closes it ends the engine and all that the engine has
 * started, which are a process group of their own.
 */
final class EngineProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EngineProcess.class);
  private static final int KEPT_LINES = 8;
  private static final int LONGEST_LINE = 200;

  /** What a shell ends with where there is no such program, or none that may be run. */
  private static final int NOT_FOUND = 127;

  private static final int NOT_RUN = 126;

  /** Seconds from the friendly signal to the other one. */
  private static final int GRACE = 20;

  private static final String WATCHED =
      """
      exec 3<&0
      if command -v setsid >/dev/null; then setsid "$@" 3<&- </dev/null & else set -m; "$@" 3<&- </dev/null & fi
      engine=$!
      {
        cat <&3 >/dev/null
        kill -TERM -$engine 2>/dev/null
        left=%d
        while [ $left -gt 0 ] && kill -0 -$engine 2>/dev/null; do sleep 1; left=$((left - 1)); done
        kill -KILL -$engine 2>/dev/null
      } >/dev/null 2>&1 &
      exec 3<&-
      wait $engine
      code=$?
      kill -KILL -$engine 2>/dev/null
      exit $code
      """
          .formatted(GRACE);

  private final Process process;
  private final Deque<String> lines = new ArrayDeque<>();
  private final Thread reading;

  private EngineProcess(Process process, String name) {
    this.process = process;
    this.reading = new Thread(() -> read(name), "galton-engine-output");
    reading.setDaemon(true);
    reading.start();
  }

  /**
   * @param environment added to this process's
   * @throws EngineFailure when not even a shell starts
   */
  static EngineProcess start(String name, List<String> command, Map<String, String> environment) {
    List<String> watched = new ArrayList<>(List.of("sh", "-c", WATCHED, "engine"));
    watched.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(watched).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      return new EngineProcess(builder.start(), name);
    } catch (IOException e) {
      throw new EngineFailure("Cannot start %s: %s".formatted(command.get(0), e.getMessage()));
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether there was no program to run: another attempt would find none either. */
  boolean isMissing() {
    return !isAlive() && (process.exitValue() == NOT_FOUND || process.exitValue() == NOT_RUN);
  }

  /** How it ended, or that it has not, with the last lines that it wrote. */
  String last() throws InterruptedException {
    if (!isAlive()) {
      reading.join(TimeUnit.SECONDS.toMillis(2));
    }
    synchronized (lines) {
      return (isAlive() ? "it is still running" : "it ended with exit code " + process.exitValue())
          + (lines.isEmpty()
              ? " and wrote nothing"
              : "; its output ends with: " + String.join(" | ", lines));
    }
  }

  /** Whether a line of the last ones says that its port is another program's. */
  boolean saysPortIsTaken() {
    synchronized (lines) {
      return lines.stream()
          .map(line -> line.toLowerCase(Locale.ROOT))
          .anyMatch(line -> line.contains("already in use") || line.contains("cannot listen"));
    }
  }

  private void read(String name) {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      for (int next = output.read(); next >= 0; next = output.read()) {
        if (next == '\n') {
          keep(name, line.toString());
          line.setLength(0);
        } else if (line.length() < LONGEST_LINE) {
          line.append((char) next);
        }
      }
      keep(name, line.toString());
    } catch (IOException e) {
      // It was ended meanwhile: there is no more to read.
    }
  }

  private void keep(String name, String written) {
    String line = written.replaceAll("\\p{Cntrl}(\\[[0-9;]*m)?", "").strip();
    if (line.isEmpty()) {
      return;
    }
    LOG.info("{}: {}", name, line);
    synchronized (lines) {
      lines.add(line);
      if (lines.size() > KEPT_LINES) {
        lines.remove();
      }
    }
  }

  /** Ends it, gently at first. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(GRACE + 5L, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
      }
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
