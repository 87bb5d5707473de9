package org.galton.job.input;

import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The types of which a cell is read as the file has it. */
public enum CellType {
  TEXT(DataTypes.StringType),
  BOOLEAN(DataTypes.BooleanType),
  BYTE(DataTypes.ByteType),
  SHORT(DataTypes.ShortType),
  INT(DataTypes.IntegerType),
  LONG(DataTypes.LongType),
  FLOAT(DataTypes.FloatType),
  DOUBLE(DataTypes.DoubleType);

  private final DataType type;

  CellType(DataType type) {
    this.type = type;
  }

  public static Optional<CellType> of(DataType type) {
    return Arrays.stream(values()).filter(cell -> cell.type.equals(type)).findFirst();
  }

  /** The number of a cell that is no text and not null; true is 1. */
  public double number(InternalRow row, int place) {
    return switch (this) {
      case TEXT -> throw new IllegalStateException("a text is no number");
      case BOOLEAN -> row.getBoolean(place) ? 1 : 0;
      case BYTE -> row.getByte(place);
      case SHORT -> row.getShort(place);
      case INT -> row.getInt(place);
      case LONG -> row.getLong(place);
      case FLOAT -> row.getFloat(place);
      case DOUBLE -> row.getDouble(place);
    };
  }
}
