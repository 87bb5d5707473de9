package org.galton.benchmark.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * Parquet's groups as lists and mappings. A list is a group that says so, whose one field is
 * repeated and holds one item; or a field that is repeated itself.
 */
final class ParquetValue {
  private ParquetValue() {}

  static Map<String, Object> columns(Group group) {
    Map<String, Object> columns = new LinkedHashMap<>();
    GroupType type = group.getType();
    for (int field = 0; field < type.getFieldCount(); field++) {
      columns.put(type.getFieldName(field), field(group, field));
    }
    return columns;
  }

  private static Object field(Group group, int field) {
    Type type = group.getType().getType(field);
    int size = group.getFieldRepetitionCount(field);
    if (type.isRepetition(Type.Repetition.REPEATED)) {
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        items.add(one(group, field, i));
      }
      return items;
    }
    return size == 0 ? null : one(group, field, 0);
  }

  private static Object one(Group group, int field, int index) {
    Type type = group.getType().getType(field);
    if (type.isPrimitive()) {
      return primitive(group, field, index, type.asPrimitiveType());
    }
    Group inner = group.getGroup(field, index);
    if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
      return list(inner);
    }
    if (type.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation) {
      return map(inner);
    }
    return columns(inner);
  }

  private static List<Object> list(Group list) {
    List<Object> items = new ArrayList<>();
    Type repeated = list.getType().getType(0);
    boolean wrapped =
        !repeated.isPrimitive()
            && repeated.asGroupType().getFieldCount() == 1
            && !repeated.getName().equals("array");
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      items.add(wrapped ? field(list.getGroup(0, i), 0) : one(list, 0, i));
    }
    return items;
  }

  private static Map<String, Object> map(Group map) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (int i = 0; i < map.getFieldRepetitionCount(0); i++) {
      Group entry = map.getGroup(0, i);
      entries.put(String.valueOf(field(entry, 0)), field(entry, 1));
    }
    return entries;
  }

  private static Object primitive(Group group, int field, int index, PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> group.getBoolean(field, index);
      case INT32 -> (long) group.getInteger(field, index);
      case INT64 ->
          type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation time
              ? (Object) ParquetTime.text(group.getLong(field, index), time)
              : (Object) group.getLong(field, index);
      case FLOAT -> (double) group.getFloat(field, index);
      case DOUBLE -> group.getDouble(field, index);
      case BINARY -> group.getBinary(field, index).toStringUsingUTF8();
      case FIXED_LEN_BYTE_ARRAY, INT96 -> group.getValueToString(field, index);
    };
  }
}
