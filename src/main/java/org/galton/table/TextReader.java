package org.galton.table;

import java.util.function.Consumer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Hands on each text of a column. One that repeats is decoded and held once. */
final class TextReader extends PrimitiveConverter {
  private final Consumer<Object> sink;
  private String[] repeated = {};

  TextReader(Consumer<Object> sink) {
    this.sink = sink;
  }

  @Override
  public void addBinary(Binary value) {
    sink.accept(value.toStringUsingUTF8());
  }

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }

  @Override
  public void setDictionary(Dictionary dictionary) {
    repeated = new String[dictionary.getMaxId() + 1];
    for (int id = 0; id < repeated.length; id++) {
      repeated[id] = dictionary.decodeToBinary(id).toStringUsingUTF8();
    }
  }

  @Override
  public void addValueFromDictionary(int id) {
    sink.accept(repeated[id]);
  }
}
