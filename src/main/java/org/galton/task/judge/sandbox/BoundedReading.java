package org.galton.task.judge.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;

/** Reads to the end, or to a bound, at which the writer is stopped. */
final class BoundedReading implements Callable<byte[]> {
  private static final int BLOCK = 1 << 13;

  private final InputStream from;
  private final int most;
  private final Runnable stop;
  private volatile boolean isOver;

  BoundedReading(InputStream from, int most, Runnable stop) {
    this.from = from;
    this.most = most;
    this.stop = stop;
  }

  /** Whether there was more than the bound. */
  boolean isOver() {
    return isOver;
  }

  @Override
  public byte[] call() {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK];
    try (from) {
      for (int read = from.read(block); read >= 0; read = from.read(block)) {
        kept.write(block, 0, Math.min(read, most - kept.size()));
        if (read > 0 && kept.size() == most) {
          isOver = true;
          stop.run();
          break;
        }
      }
    } catch (IOException e) {
      // The process was ended: what came before is all there is.
    }
    return kept.toByteArray();
  }
}
