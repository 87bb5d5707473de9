package org.galton.task.judge;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running program that answers each line with one line. The only class that starts a program: the
 * one that the user's spec names, word by word, without a shell. After a {@link JudgeFailure} it is
 * to be closed.
 */
final class JudgeProcess implements AutoCloseable {
  static final int LONGEST_ANSWER = 1 << 16;

  private static final int SHOWN_LINES = 5;
  private static final int SHOWN_CHARACTERS = 200;
  private static final long GRACE_SECONDS = 2;

  private final Process process;
  private final InputStream answers;
  private final Deque<String> complaints = new ArrayDeque<>();
  private final Thread complaining;
  private final ExecutorService exchange =
      Executors.newSingleThreadExecutor(work -> daemon(work, "judge exchange"));

  private JudgeProcess(Process process) {
    this.process = process;
    this.answers = new BufferedInputStream(process.getInputStream());
    this.complaining = daemon(this::readComplaints, "judge errors");
    complaining.start();
  }

  /**
   * @param folder to run in, where this machine has it
   */
  static JudgeProcess start(List<String> command, String folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    File directory = new File(folder);
    if (directory.isDirectory()) {
      builder.directory(directory);
    }
    return new JudgeProcess(builder.start());
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Writes a line and reads the answer to it, both within a time: a program that reads nothing lets
   * whoever writes to it wait, too.
   *
   * @throws JudgeFailure when there is none
   */
  String ask(String line, Duration limit) throws InterruptedException {
    Future<String> answer = exchange.submit(() -> exchanged(line));
    try {
      return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw failure("gave no verdict within %s s".formatted(limit.toNanos() / 1e9));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException
          ? failure(ended())
          : failure(e.getCause().getMessage());
    }
  }

  private String exchanged(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0) {
        throw new IOException("end of output");
      }
      if (answer.size() == LONGEST_ANSWER) {
        throw new JudgeFailure("wrote a line of more than %,d bytes".formatted(LONGEST_ANSWER));
      }
      answer.write(next);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  private String ended() throws InterruptedException {
    return process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)
        ? "ended with exit code %d and gave no verdict".formatted(process.exitValue())
        : "closed its input or output and gave no verdict";
  }

  /** What went wrong, with the last lines that the program wrote to its standard error. */
  JudgeFailure failure(String what) throws InterruptedException {
    stop();
    complaining.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
    synchronized (complaints) {
      return new JudgeFailure(
          "the judge "
              + what
              + (complaints.isEmpty()
                  ? ""
                  : "; its errors end with: " + String.join(" | ", complaints)));
    }
  }

  private void readComplaints() {
    try (InputStream errors = new BufferedInputStream(process.getErrorStream())) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = errors.read(); next >= 0; next = errors.read()) {
        if (next == '\n') {
          keep(line);
          line.reset();
        } else if (line.size() < SHOWN_CHARACTERS) {
          line.write(next);
        }
      }
      keep(line);
    } catch (IOException e) {
      // The program was ended meanwhile: there is no more to read.
    }
  }

  private void keep(ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8).strip();
    synchronized (complaints) {
      if (!text.isEmpty()) {
        complaints.add(text);
      }
      if (complaints.size() > SHOWN_LINES) {
        complaints.remove();
      }
    }
  }

  private void stop() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    // Of one that has ended, this would close the errors that are not read yet.
    if (process.isAlive()) {
      process.destroyForcibly();
    }
    exchange.shutdownNow();
  }

  /** Lets the program end by itself at the end of its input, for a while. */
  @Override
  public void close() {
    try {
      if (process.isAlive()) {
        process.getOutputStream().close();
        process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      // It is ended below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stop();
    }
  }
}
