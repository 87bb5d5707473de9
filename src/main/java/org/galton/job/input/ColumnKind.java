package org.galton.job.input;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.AtomicType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;

/** What a column is to hold, and as what its cells are read. */
public enum ColumnKind {
  /** A text, or that of a number, a boolean, a date or a time. */
  TEXT("text, a number or a boolean"),

  /** The same as a name: NaN in a column of floating-point numbers is NULL, and -0.0 is 0.0. */
  LABEL("text"),

  /** A text, whatever is there. */
  ANY("anything"),

  /** A double. NULL where a text is no number; true is 1. */
  NUMBER("a number"),

  /**
   * An array of doubles; one of a number, or of a text that is one in JSON. NULL where there is
   * none.
   */
  NUMBERS("an array of numbers"),

  /**
   * An array of texts, or a text that is one in JSON. NULL where there is nothing; an array with a
   * NULL where a text is no such array.
   */
  TEXTS("an array of texts"),

  /** What the file has, a text or one of {@link CellType}: a scan of many rows converts nothing. */
  STORED_NUMBER("a number");

  private final String expected;

  ColumnKind(String expected) {
    this.expected = expected;
  }

  String expected() {
    return expected;
  }

  /**
   * Empty where cells of the type do not fit.
   *
   * @param type as which the file has the column
   */
  Optional<Column> read(Column found, DataType type) {
    boolean text = type instanceof StringType;
    boolean number = type instanceof NumericType || type instanceof BooleanType;
    boolean fits =
        switch (this) {
          case TEXT, LABEL -> type instanceof AtomicType && !(type instanceof BinaryType);
          case ANY -> true;
          case NUMBER, STORED_NUMBER -> text || number;
          case NUMBERS -> text || number || isNumbers(type);
          case TEXTS -> text || isTexts(type);
        };
    if (!fits) {
      return Optional.empty();
    }
    return Optional.of(
        switch (this) {
          case TEXT, ANY -> as(DataTypes.StringType, found, type);
          case LABEL -> as(DataTypes.StringType, plain(found, type), type);
          case NUMBER -> found.try_cast(DataTypes.DoubleType);
          case NUMBERS -> numbers(found, type);
          case TEXTS -> type instanceof ArrayType ? found : texts(found);
          case STORED_NUMBER ->
              as(
                  text
                      ? DataTypes.StringType
                      : CellType.of(type).isPresent() ? type : DataTypes.DoubleType,
                  found,
                  type);
        });
  }

  private static boolean isNumbers(DataType type) {
    return type instanceof ArrayType array && array.elementType() instanceof NumericType;
  }

  private static boolean isTexts(DataType type) {
    return type instanceof ArrayType array && array.elementType() instanceof StringType;
  }

  private static Column texts(Column found) {
    Column parsed = from_json(found, DataTypes.createArrayType(DataTypes.StringType));
    Column none = array(lit(null).cast(DataTypes.StringType));
    return when(found.isNull().or(trim(found).equalTo("")), lit(null))
        .otherwise(coalesce(parsed, none));
  }

  private static Column numbers(Column found, DataType type) {
    ArrayType doubles = DataTypes.createArrayType(DataTypes.DoubleType);
    if (type instanceof StringType) {
      return from_json(found, doubles);
    }
    return type instanceof ArrayType
        ? as(doubles, found, type)
        : array(found.cast(DataTypes.DoubleType));
  }

  private static Column as(DataType wanted, Column found, DataType type) {
    return wanted.equals(type) ? found : found.cast(wanted);
  }

  private static Column plain(Column found, DataType type) {
    return type instanceof DoubleType || type instanceof FloatType
        ? when(isnan(found), lit(null)).otherwise(found.plus(lit(0.0).cast(type)))
        : found;
  }
}
