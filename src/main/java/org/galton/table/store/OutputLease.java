package org.galton.table.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  /** Of a lease's file: far more than one holds. */
  private static final int MOST_BYTES = 1 << 16;

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
    // A beat throws nothing that its future could tell.
    Future<?> unused =
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
    if (other.isUnknown()) {
      return new Unfinished(
          "Cannot write to %s: its file _lease names no run, as a full disk leaves it; run the same command again in %d s, or delete that file if no run writes there"
              .formatted(output.root(), Math.max(1, PATIENCE.minus(silent).toSeconds())));
    }
    return new Unfinished(
        ("Cannot write to %s: %s is writing to it (process %d on %s, last seen %d s ago); wait"
                + " until it ends, or %d s after it died")
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

  /** Whether the lease, where there is one, names a run. */
  public static boolean isReadable(OutputFolder output) {
    return Storage.attempt("read", file(output), () -> holder(output))
        .filter(Holder::isUnknown)
        .isEmpty();
  }

  static Optional<Holder> holder(OutputFolder output) throws IOException {
    FileSystem files = output.store().files();
    Path file = file(output);
    if (!files.exists(file)) {
      return Optional.empty();
    }
    try (var stream = files.open(file)) {
      return Optional.of(
          Holder.parse(new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)));
    }
  }

  /**
   * Who holds a lease.
   *
   * @param begun when its process began, in milliseconds since 1970: process numbers are used again
   * @param boot of its machine: two containers may share the name of a host
   * @param processes the namespace in which its process number counts
   */
  record Holder(
      String runId, String host, long process, long begun, String boot, String processes) {
    private static final java.nio.file.Path BOOT =
        java.nio.file.Path.of("/proc/sys/kernel/random/boot_id");
    private static final java.nio.file.Path PROCESSES = java.nio.file.Path.of("/proc/self/ns/pid");
    private static final String UNKNOWN = "an unknown run";
    private static final String NOT_TOLD = "-";

    static Holder thisProcess(String runId) {
      ProcessHandle process = ProcessHandle.current();
      return new Holder(
          runId, thisHost(), process.pid(), begun(process), thisBoot(), theseProcesses());
    }

    /** One that does not parse was cut by a full disk, or is somebody else's. */
    static Holder parse(String text) {
      String[] parts = text.strip().split(" ", -1);
      try {
        if (parts.length == 4 || parts.length == 6) {
          boolean told = parts.length == 6;
          return new Holder(
              parts[0],
              parts[1],
              Long.parseLong(parts[2]),
              Long.parseLong(parts[3]),
              told ? parts[4] : "",
              told ? parts[5] : "");
        }
      } catch (NumberFormatException e) {
        // Unknown, as one of another length is.
      }
      return new Holder(UNKNOWN, "an unknown machine", 0, 0, "", "");
    }

    byte[] content() {
      return String.join(
              " ", runId, host, Long.toString(process), Long.toString(begun), boot, processes)
          .getBytes(StandardCharsets.UTF_8);
    }

    boolean isUnknown() {
      return runId.equals(UNKNOWN);
    }

    boolean diedHere() {
      return host.equals(thisHost())
          && boot.equals(thisBoot())
          && processes.equals(theseProcesses())
          && ProcessHandle.of(process).filter(other -> begun(other) == begun).isEmpty();
    }

    private static long begun(ProcessHandle process) {
      return process.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
    }

    private static String thisBoot() {
      try {
        return java.nio.file.Files.readString(BOOT).strip();
      } catch (IOException e) {
        return NOT_TOLD;
      }
    }

    private static String theseProcesses() {
      try {
        return java.nio.file.Files.readSymbolicLink(PROCESSES).toString();
      } catch (IOException | UnsupportedOperationException e) {
        return NOT_TOLD;
      }
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
