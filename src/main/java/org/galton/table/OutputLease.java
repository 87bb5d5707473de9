package org.galton.table;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The right to write to an output folder, held by one run at a time: two would draw the same
 * rollouts. A file names the holder and is renewed while it lives. A holder that died on this
 * machine is followed at once, one elsewhere when its file was not renewed for a minute. Whoever
 * was presumed dead and is not, such as an executor of a killed driver, is stopped by its {@link
 * Fence} before it makes a file visible.
 */
public final class OutputLease implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BEAT = Duration.ofSeconds(10);

  private final OutputFolder output;
  private final Holder holder;
  private final ScheduledExecutorService heart;
  private long lastBeat = System.nanoTime();

  private OutputLease(OutputFolder output, Holder holder) {
    this.output = output;
    this.holder = holder;
    this.heart =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "galton-lease");
              thread.setDaemon(true);
              return thread;
            });
    heart.scheduleAtFixedRate(this::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * Takes the lease.
   *
   * @throws Unfinished when a run that lives holds it
   * @throws java.io.UncheckedIOException when the folder cannot be written
   */
  public static OutputLease acquire(OutputFolder output, String runId, Clock clock) {
    Path file = file(output);
    Holder ours = Holder.thisProcess(runId);
    Storage.attempt(
        "write",
        file,
        () -> {
          Optional<Holder> other = holder(output);
          if (other.isPresent()) {
            Duration silent =
                Duration.ofMillis(
                    clock.millis()
                        - output.store().files().getFileStatus(file).getModificationTime());
            if (!other.get().diedHere() && silent.compareTo(PATIENCE) < 0) {
              throw held(output, other.get(), silent);
            }
            output.store().files().delete(file, false);
          }
          claim(output, ours);
          return null;
        });
    return new OutputLease(output, ours);
  }

  /** A store that lost its answer may have kept the file: whoever it names holds the lease. */
  private static void claim(OutputFolder output, Holder ours) throws IOException {
    try {
      output.store().create(file(output), ours.content());
    } catch (IOException e) {
      Optional<Holder> holder = holder(output);
      if (holder.isEmpty()) {
        throw e;
      }
      if (!holder.get().equals(ours)) {
        throw held(output, holder.get(), Duration.ZERO);
      }
    }
  }

  private static Unfinished held(OutputFolder output, Holder other, Duration silent) {
    return new Unfinished(
        ("Cannot write to %s: %s is writing to it (process %d on %s, last seen %d s ago); wait until"
                + " it ends, or %d s after it died")
            .formatted(
                output.root(),
                other.runId(),
                other.process(),
                other.host(),
                silent.toSeconds(),
                PATIENCE.toSeconds()));
  }

  /** What tasks of this run ask before they make a file visible. */
  public Fence fence() {
    return new Fence(holder.runId());
  }

  @Override
  public void close() {
    heart.shutdownNow();
    try {
      if (holder(output).filter(holder::equals).isPresent()) {
        output.store().files().delete(file(output), false);
      }
    } catch (IOException e) {
      // Its process ends soon, or it is silent for a minute: either way others may follow.
    }
  }

  /**
   * After a minute without a beat another run may have followed: its lease is not ours to renew.
   */
  private void beat() {
    if (System.nanoTime() - lastBeat > PATIENCE.toNanos()) {
      heart.shutdown();
      return;
    }
    try {
      long now = System.nanoTime();
      if (holder(output).filter(holder::equals).isPresent()) {
        output.store().renew(file(output), holder.content());
        lastBeat = now;
      }
    } catch (IOException | RuntimeException e) {
      // The next beat may succeed; if none does, another run may follow and the fence stops us.
    }
  }

  static Path file(OutputFolder output) {
    return new Path(output.root(), "_lease");
  }

  static Optional<Holder> holder(OutputFolder output) throws IOException {
    FileSystem files = output.store().files();
    Path file = file(output);
    if (!files.exists(file)) {
      return Optional.empty();
    }
    try (var stream = files.open(file)) {
      return Optional.of(Holder.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  /**
   * Who holds a lease.
   *
   * @param begun when its process began, in milliseconds since 1970: process numbers are used again
   */
  record Holder(String runId, String host, long process, long begun) {

    static Holder thisProcess(String runId) {
      ProcessHandle process = ProcessHandle.current();
      return new Holder(runId, thisHost(), process.pid(), begun(process));
    }

    static Holder parse(String text) {
      String[] parts = text.strip().split(" ");
      return parts.length == 4
          ? new Holder(parts[0], parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]))
          : new Holder("an unknown run", "an unknown machine", 0, 0);
    }

    byte[] content() {
      return (runId + " " + host + " " + process + " " + begun).getBytes(StandardCharsets.UTF_8);
    }

    boolean diedHere() {
      return host.equals(thisHost())
          && ProcessHandle.of(process).filter(other -> begun(other) == begun).isEmpty();
    }

    private static long begun(ProcessHandle process) {
      return process.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
    }

    private static String thisHost() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "localhost";
      }
    }
  }
}
