package org.galton.job.draw;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.galton.table.Table;
import org.galton.table.store.TableFile;

/**
 * Rows of a table that follow the rollouts of a shard. Their file is published before that of the
 * rollouts, and counts once that one is there: a rollout that counts has its rows, whatever dies in
 * between.
 *
 * @param rows in the order of the file, made anew each time
 */
public record BesideRollouts<R extends Record>(Table<R> table, Supplier<Iterator<R>> rows) {

  /**
   * Publishes the file. One that another attempt has left without its rollouts stays if it is the
   * same, as it should be; where a device has drawn otherwise, this attempt's takes its place.
   *
   * @param rollouts the file that is to be published next
   */
  public void publish(TableFile file, TableFile rollouts, Runnable fence) {
    if (file.publish(table, rows::get, fence) == TableFile.Publication.PUBLISHED
        || isSame(file)
        || rollouts.exists()) {
      return;
    }
    fence.run();
    file.delete();
    file.publish(table, rows::get, fence);
  }

  private boolean isSame(TableFile file) {
    Iterator<R> own = rows.get();
    AtomicBoolean same = new AtomicBoolean(true);
    file.forEach(
        table.rows(), row -> same.compareAndSet(true, own.hasNext() && own.next().equals(row)));
    return same.get() && !own.hasNext();
  }
}
