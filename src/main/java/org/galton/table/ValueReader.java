package org.galton.table;

import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Hands on each value of a column. */
final class ValueReader extends PrimitiveConverter {
  private final Consumer<Object> sink;
  private final LongFunction<Object> fromLong;

  ValueReader(Consumer<Object> sink) {
    this(sink, Long::valueOf);
  }

  /** With another meaning for stored 64-bit integers. */
  ValueReader(Consumer<Object> sink, LongFunction<Object> fromLong) {
    this.sink = sink;
    this.fromLong = fromLong;
  }

  @Override
  public void addBinary(Binary value) {
    sink.accept(value.toStringUsingUTF8());
  }

  @Override
  public void addInt(int value) {
    sink.accept(value);
  }

  @Override
  public void addLong(long value) {
    sink.accept(fromLong.apply(value));
  }

  @Override
  public void addDouble(double value) {
    sink.accept(value);
  }

  @Override
  public void addBoolean(boolean value) {
    sink.accept(value);
  }
}
