package org.galton.study.rates;

import java.io.Serializable;
import java.util.OptionalInt;
import org.roaringbitmap.RoaringBitmap;

/** The numbers of one prompt's rollouts. Those that come in order cost no search. */
final class SampleSet implements Serializable {
  private static final long serialVersionUID = 1L;

  /** All but the run that has come last. */
  private final RoaringBitmap closed = new RoaringBitmap();

  private int highest = -1;
  private long first;
  private long end;

  /** Whether it was not there yet; it is now. */
  boolean add(int sample) {
    if (sample == end && sample > highest) {
      end++;
      return true;
    }
    close();
    if (closed.contains(sample)) {
      return false;
    }
    first = sample;
    end = sample + 1L;
    return true;
  }

  /** Adds another's, and returns the least that both had. */
  OptionalInt add(SampleSet other) {
    close();
    other.close();
    OptionalInt shared =
        RoaringBitmap.intersects(closed, other.closed)
            ? OptionalInt.of(RoaringBitmap.and(closed, other.closed).first())
            : OptionalInt.empty();
    closed.or(other.closed);
    highest = Math.max(highest, other.highest);
    return shared;
  }

  int size() {
    close();
    return closed.getCardinality();
  }

  private void close() {
    if (end > first) {
      closed.add(first, end);
      highest = (int) Math.max(highest, end - 1);
    }
    first = 0;
    end = 0;
  }
}
