package org.galton.sql.shared;

import java.util.Locale;

/** Of a value. */
public enum Type {
  BOOLEAN,
  INT,
  BIGINT,
  DOUBLE,
  /** Only of a literal such as 0.5. */
  DECIMAL,
  STRING,
  TIMESTAMP,
  ARRAY,
  MAP,
  /** Any other. */
  UNKNOWN;

  /** Of a column that DuckDB describes so. */
  public static Type ofDuckDb(String name) {
    return switch (name) {
      case "BOOLEAN" -> BOOLEAN;
      case "INTEGER" -> INT;
      case "BIGINT" -> BIGINT;
      case "DOUBLE" -> DOUBLE;
      case "VARCHAR" -> STRING;
      case "TIMESTAMP WITH TIME ZONE" -> TIMESTAMP;
      case "INTEGER[]", "BIGINT[]", "DOUBLE[]", "VARCHAR[]" -> ARRAY;
      case "MAP(VARCHAR, VARCHAR)" -> MAP;
      default -> UNKNOWN;
    };
  }

  String inDuckDb() {
    return this == INT ? "INTEGER" : name();
  }

  boolean isWhole() {
    return this == INT || this == BIGINT;
  }

  boolean isNumber() {
    return isWhole() || this == DOUBLE || this == DECIMAL;
  }

  /** Whether values are compared, ordered and grouped. */
  boolean isOrdered() {
    return compareTo(TIMESTAMP) <= 0 && this != DECIMAL;
  }

  /**
   * The type in which both engines compare, or choose between, two values.
   *
   * @throws NotShared when there is no such type
   */
  static Type common(Type one, Type other) {
    if (one == other && one.isOrdered()) {
      return one;
    }
    if (one.isNumber() && other.isNumber()) {
      if (one.isWhole() && other.isWhole()) {
        return BIGINT;
      }
      if (one == DOUBLE || other == DOUBLE) {
        return DOUBLE;
      }
    }
    throw new NotShared(
        "it uses values of the types %s and %s together".formatted(one.shown(), other.shown()));
  }

  String shown() {
    return name().toLowerCase(Locale.ROOT);
  }
}
