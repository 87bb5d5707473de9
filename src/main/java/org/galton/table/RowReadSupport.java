package org.galton.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Reads row records from Parquet: only the columns that the record names. A nullable column that an
 * older file lacks reads as null.
 */
public final class RowReadSupport<R extends Record> extends ReadSupport<R> {
  private final Mapping<R> rows;
  private OptionalLong noted = OptionalLong.empty();

  public RowReadSupport(Mapping<R> rows) {
    this.rows = rows;
  }

  /** How many rows the file says that it holds, once it is open; files of old do not say. */
  public OptionalLong noted() {
    return noted;
  }

  @Override
  public ReadContext init(InitContext context) {
    noted =
        context.getKeyValueMetadata().getOrDefault(RowWriteSupport.ROWS, Set.of()).stream()
            .mapToLong(Long::parseLong)
            .findFirst();
    MessageType file = context.getFileSchema();
    List<Type> wanted = new ArrayList<>();
    for (Column column : rows.columns()) {
      if (file.containsField(column.name())) {
        wanted.add(file.getType(column.name()));
      } else if (!column.isNullable()) {
        throw new IllegalArgumentException("it has no column " + column.name());
      }
    }
    return new ReadContext(new MessageType(rows.table(), wanted));
  }

  @SuppressWarnings("deprecation") // The only form that Parquet requires.
  @Override
  public RecordMaterializer<R> prepareForRead(
      Configuration configuration,
      Map<String, String> notes,
      MessageType file,
      ReadContext context) {
    return new Rows(context.getRequestedSchema());
  }

  private final class Rows extends RecordMaterializer<R> {
    private final Object[] values = new Object[rows.columns().size()];
    private final List<Converter> converters = new ArrayList<>();

    Rows(MessageType requested) {
      for (int i = 0; i < values.length; i++) {
        Column column = rows.columns().get(i);
        if (requested.containsField(column.name())) {
          int position = i;
          converters.add(column.type().reader(value -> values[position] = value));
        }
      }
    }

    @Override
    public R getCurrentRecord() {
      for (int i = 0; i < values.length; i++) {
        if (values[i] == null && !rows.columns().get(i).isNullable()) {
          throw new IllegalStateException(
              "it is damaged: " + rows.columns().get(i).name() + " is NULL where none may be");
        }
      }
      return rows.row(values);
    }

    @Override
    public GroupConverter getRootConverter() {
      return new GroupConverter() {
        @Override
        public Converter getConverter(int field) {
          return converters.get(field);
        }

        @Override
        public void start() {
          Arrays.fill(values, null);
        }

        @Override
        public void end() {}
      };
    }
  }
}
