package org.galton.table;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;

/** Hands on each map of texts of a column. */
final class TextMapReader extends GroupConverter {
  private final Consumer<Object> sink;
  private final Converter entries = new Entries();
  private Map<String, String> map;
  private String key;
  private String value;

  TextMapReader(Consumer<Object> sink) {
    this.sink = sink;
  }

  @Override
  public Converter getConverter(int field) {
    return entries;
  }

  @Override
  public void start() {
    map = new TreeMap<>();
  }

  @Override
  public void end() {
    sink.accept(Collections.unmodifiableMap(map));
  }

  private final class Entries extends GroupConverter {
    private final Converter keys = new TextReader(text -> key = (String) text);
    private final Converter values = new TextReader(text -> value = (String) text);

    @Override
    public Converter getConverter(int field) {
      return field == 0 ? keys : values;
    }

    @Override
    public void start() {
      value = null;
    }

    @Override
    public void end() {
      map.put(key, value);
    }
  }
}
