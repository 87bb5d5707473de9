package org.galton.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** A type of column: what it is to Spark, to a row record and to Parquet. */
enum ColumnType {
  STRING(DataTypes.StringType, String.class, String.class),
  INT(DataTypes.IntegerType, int.class, Integer.class),
  BIGINT(DataTypes.LongType, long.class, Long.class),
  DOUBLE(DataTypes.DoubleType, double.class, Double.class),
  BOOLEAN(DataTypes.BooleanType, boolean.class, Boolean.class),
  TIMESTAMP(DataTypes.TimestampType, Instant.class, Instant.class),
  TEXT_MAP(
      DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true),
      Map.class,
      Map.class),
  INT_LIST(DataTypes.createArrayType(DataTypes.IntegerType), List.class, List.class),
  DOUBLE_LIST(DataTypes.createArrayType(DataTypes.DoubleType), List.class, List.class),
  TEXT_LIST(DataTypes.createArrayType(DataTypes.StringType), List.class, List.class);

  private static final String ELEMENT = "element";

  private final DataType spark;
  private final Class<?> present;
  private final Class<?> nullable;

  ColumnType(DataType spark, Class<?> present, Class<?> nullable) {
    this.spark = spark;
    this.present = present;
    this.nullable = nullable;
  }

  static ColumnType of(DataType type) {
    return Arrays.stream(values())
        .filter(known -> known.spark.equals(type))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot store type " + type.sql() + ": expected one of " + known()));
  }

  private static String known() {
    return String.join(", ", Arrays.stream(values()).map(type -> type.spark.sql()).toList());
  }

  /** As a schema writes it. */
  String sql() {
    return spark.sql();
  }

  /** The class of a record component that holds a column of this type. */
  Class<?> component(Nullability nullability) {
    return nullability == Nullability.NOT_NULL ? present : nullable;
  }

  Type parquet(String name, Nullability nullability) {
    Repetition repetition =
        nullability == Nullability.NOT_NULL ? Repetition.REQUIRED : Repetition.OPTIONAL;
    return switch (this) {
      case STRING -> text(repetition).named(name);
      case INT -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(name);
      case BIGINT -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
      case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
      case TIMESTAMP ->
          Types.primitive(PrimitiveTypeName.INT64, repetition)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
              .named(name);
      case TEXT_MAP ->
          Types.map(repetition)
              .key(text(Repetition.REQUIRED).named("key"))
              .value(text(Repetition.OPTIONAL).named("value"))
              .named(name);
      case INT_LIST -> list(repetition, PrimitiveTypeName.INT32).named(name);
      case DOUBLE_LIST -> list(repetition, PrimitiveTypeName.DOUBLE).named(name);
      case TEXT_LIST ->
          Types.list(repetition).element(text(Repetition.REQUIRED).named(ELEMENT)).named(name);
    };
  }

  private static Types.BaseListBuilder<GroupType, ?> list(
      Repetition repetition, PrimitiveTypeName element) {
    return Types.list(repetition)
        .element(Types.primitive(element, Repetition.REQUIRED).named(ELEMENT));
  }

  private static Types.PrimitiveBuilder<PrimitiveType> text(Repetition repetition) {
    return Types.primitive(PrimitiveTypeName.BINARY, repetition)
        .as(LogicalTypeAnnotation.stringType());
  }

  /** Writes a value that is not null. */
  void write(RecordConsumer consumer, Object value) {
    switch (this) {
      case STRING -> consumer.addBinary(Binary.fromString((String) value));
      case INT -> consumer.addInteger((Integer) value);
      case BIGINT -> consumer.addLong((Long) value);
      case DOUBLE -> consumer.addDouble((Double) value);
      case BOOLEAN -> consumer.addBoolean((Boolean) value);
      case TIMESTAMP -> consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
      case TEXT_MAP -> writeMap(consumer, (Map<?, ?>) value);
      case INT_LIST ->
          writeList(consumer, (List<?>) value, one -> consumer.addInteger((Integer) one));
      case DOUBLE_LIST ->
          writeList(consumer, (List<?>) value, one -> consumer.addDouble((Double) one));
      case TEXT_LIST ->
          writeList(
              consumer,
              (List<?>) value,
              one -> consumer.addBinary(Binary.fromString((String) one)));
    }
  }

  /** Takes a column's values apart as they are read. */
  Converter reader(Consumer<Object> sink) {
    return switch (this) {
      case STRING -> new TextReader(sink);
      case INT, BIGINT, DOUBLE, BOOLEAN -> new ValueReader(sink);
      case TIMESTAMP ->
          new ValueReader(sink, micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
      case TEXT_MAP -> new TextMapReader(sink);
      case INT_LIST, DOUBLE_LIST, TEXT_LIST -> new ListReader(sink);
    };
  }

  private static void writeList(RecordConsumer consumer, List<?> list, Consumer<Object> element) {
    consumer.startGroup();
    if (!list.isEmpty()) {
      consumer.startField("list", 0);
      for (Object one : list) {
        consumer.startGroup();
        consumer.startField(ELEMENT, 0);
        element.accept(one);
        consumer.endField(ELEMENT, 0);
        consumer.endGroup();
      }
      consumer.endField("list", 0);
    }
    consumer.endGroup();
  }

  private static void writeMap(RecordConsumer consumer, Map<?, ?> map) {
    consumer.startGroup();
    if (!map.isEmpty()) {
      consumer.startField("key_value", 0);
      map.entrySet().stream()
          // Sorted, so that equal rows make equal files.
          .sorted((a, b) -> a.getKey().toString().compareTo(b.getKey().toString()))
          .forEach(entry -> writeEntry(consumer, entry.getKey(), entry.getValue()));
      consumer.endField("key_value", 0);
    }
    consumer.endGroup();
  }

  private static void writeEntry(RecordConsumer consumer, Object key, Object value) {
    consumer.startGroup();
    consumer.startField("key", 0);
    consumer.addBinary(Binary.fromString((String) key));
    consumer.endField("key", 0);
    if (value != null) {
      consumer.startField("value", 1);
      consumer.addBinary(Binary.fromString((String) value));
      consumer.endField("value", 1);
    }
    consumer.endGroup();
  }
}
