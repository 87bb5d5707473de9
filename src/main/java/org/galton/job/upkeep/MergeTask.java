package org.galton.job.upkeep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.run.StoredTwice;
import org.galton.table.Table;
import org.galton.table.store.Fence;
import org.galton.table.store.FileName;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;
import org.galton.table.store.Unfinished;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes sorted rows, each after the number of its range, as a file for each range. A file becomes
 * visible only when it holds as many rows as its range does, none of them twice.
 */
final class MergeTask implements FlatMapFunction<Iterator<Row>, Integer> {
  private static final long serialVersionUID = 1L;

  /**
   * Where the files of a merge go.
   *
   * @param firstPart number of the first range's file, from 1
   * @param parts files of the whole merge
   * @param expected rows of each range
   */
  record Target(
      String root, String folder, int epoch, int firstPart, int parts, long[] expected, Fence fence)
      implements Serializable {

    String name(int range) {
      return FileName.merged(epoch, firstPart + range, parts);
    }
  }

  private final Merged table;
  private final Target target;
  private final Broadcast<SerializableConfiguration> configuration;

  MergeTask(Merged table, Target target, Broadcast<SerializableConfiguration> configuration) {
    this.table = table;
    this.target = target;
    this.configuration = configuration;
  }

  /** The ranges that were written. */
  @Override
  public Iterator<Integer> call(Iterator<Row> rows) {
    OutputFolder output = new OutputFolder(target.root(), configuration.value().value());
    List<Integer> written = new ArrayList<>();
    RowCursor cursor = new RowCursor(rows);
    while (cursor.hasRow()) {
      int range = cursor.range();
      write(table.table(), output, new RangeRows(cursor, range), range);
      written.add(range);
    }
    return written.iterator();
  }

  private <R extends Record> void write(
      Table<R> rows, OutputFolder output, RangeRows range, int number) {
    TableFile file = output.file(new Path(target.folder()), target.name(number));
    Iterable<R> records = () -> range.records(rows);
    file.publish(
        rows,
        records,
        () -> {
          range.check(target.expected()[number], file);
          target.fence().check(output);
        });
    range.skip();
  }

  /** Rows with one to look ahead. */
  private static final class RowCursor {
    private final Iterator<Row> rows;
    private Row next;

    RowCursor(Iterator<Row> rows) {
      this.rows = rows;
      advance();
    }

    boolean hasRow() {
      return next != null;
    }

    int range() {
      return next.getInt(0);
    }

    Row take() {
      Row taken = next;
      advance();
      return taken;
    }

    private void advance() {
      next = rows.hasNext() ? rows.next() : null;
    }
  }

  /** The rows of one range, each different from the one before. */
  private final class RangeRows {
    private final RowCursor cursor;
    private final int range;
    private List<Object> key = List.of();
    private long taken;

    RangeRows(RowCursor cursor, int range) {
      this.cursor = cursor;
      this.range = range;
    }

    boolean hasNext() {
      return cursor.hasRow() && cursor.range() == range;
    }

    <R extends Record> Iterator<R> records(Table<R> table) {
      int width = table.schema().length();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return RangeRows.this.hasNext();
        }

        @Override
        public R next() {
          if (!hasNext()) {
            throw new NoSuchElementException("the range has no further row");
          }
          Row row = checked(cursor.take());
          Object[] values = new Object[width];
          for (int i = 0; i < width; i++) {
            values[i] = stored(row.get(i + 1));
          }
          return table.row(values);
        }
      };
    }

    /** Spark has lists of its own. */
    private static Object stored(Object value) {
      return value instanceof scala.collection.Seq<?> list
          ? List.copyOf(CollectionConverters.asJava(list))
          : value;
    }

    private Row checked(Row row) {
      List<Object> next = table.key().stream().<Object>map(row::getAs).toList();
      if (next.equals(key)) {
        throw StoredTwice.of(
            target.root(), target.folder(), row.getAs("prompt_id"), row.getAs("rollout_index"));
      }
      key = next;
      taken++;
      return row;
    }

    void check(long expected, TableFile file) {
      if (taken != expected) {
        throw new Unfinished(
            "Cannot write %s: %d rows were read where %d are stored; run the same command again"
                .formatted(file.path(), taken, expected));
      }
    }

    /** Past what another attempt has written. */
    void skip() {
      while (hasNext()) {
        cursor.take();
      }
    }
  }
}
