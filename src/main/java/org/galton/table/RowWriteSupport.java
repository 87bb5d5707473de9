package org.galton.table;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes row records to Parquet, each value checked against its column. */
public final class RowWriteSupport<R extends Record> extends WriteSupport<R> {
  /** Key of the note in a file's foot that says how many rows it holds. */
  static final String ROWS = "galton.rows";

  private final Table<R> table;
  private RecordConsumer consumer;
  private long rows;

  public RowWriteSupport(Table<R> table) {
    this.table = table;
  }

  @SuppressWarnings("deprecation") // The only form that Parquet requires.
  @Override
  public WriteContext init(Configuration configuration) {
    // Spark takes the columns' comments from here; other readers pass over it.
    Map<String, String> notes =
        Map.of("org.apache.spark.sql.parquet.row.metadata", table.schema().json());
    return new WriteContext(table.rows().parquet(), notes);
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(R row) {
    Object[] values = table.rows().values(row);
    consumer.startMessage();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        Column column = table.columns().get(i);
        consumer.startField(column.name(), i);
        column.type().write(consumer, values[i]);
        consumer.endField(column.name(), i);
      }
    }
    consumer.endMessage();
    rows++;
  }

  /** The foot has no checksum, and a foot that names fewer rows reads as a shorter file. */
  @Override
  public FinalizedWriteContext finalizeWrite() {
    return new FinalizedWriteContext(Map.of(ROWS, Long.toString(rows)));
  }
}
