package org.galton.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;

/** Hands on each list of a column. */
final class ListReader extends GroupConverter {
  private final Consumer<Object> sink;
  private final Converter elements = new Elements();
  private List<Object> list = List.of();

  ListReader(Consumer<Object> sink) {
    this.sink = sink;
  }

  @Override
  public Converter getConverter(int field) {
    return elements;
  }

  @Override
  public void start() {
    list = new ArrayList<>();
  }

  @Override
  public void end() {
    sink.accept(List.copyOf(list));
  }

  private final class Elements extends GroupConverter {
    private final Converter values = new ValueReader(value -> list.add(value));

    @Override
    public Converter getConverter(int field) {
      return values;
    }

    @Override
    public void start() {
      // The value itself tells.
    }

    @Override
    public void end() {
      // The value itself has told.
    }
  }
}
