package org.galton.table;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A component that is one column.
 *
 * @param path of the component from the row, such as {@code corrected.low}
 * @param name of the column
 * @param held class of the value, without an Optional around it
 */
record RowValue(String path, String name, Class<?> held, Form form) implements RowPart {

  /** How a component holds a value that may be absent. */
  enum Form {
    /** As itself, or null. */
    PLAIN(Object.class),
    OPTIONAL(Optional.class),
    OPTIONAL_DOUBLE(OptionalDouble.class),
    OPTIONAL_INT(OptionalInt.class),
    OPTIONAL_LONG(OptionalLong.class);

    private final Class<?> type;

    Form(Class<?> type) {
      this.type = type;
    }

    /** Null where there is none. */
    private Object open(Object component) {
      return switch (this) {
        case PLAIN -> component;
        case OPTIONAL -> ((Optional<?>) component).orElse(null);
        case OPTIONAL_DOUBLE -> {
          OptionalDouble value = (OptionalDouble) component;
          yield value.isPresent() ? (Double) value.getAsDouble() : null;
        }
        case OPTIONAL_INT -> {
          OptionalInt value = (OptionalInt) component;
          yield value.isPresent() ? (Integer) value.getAsInt() : null;
        }
        case OPTIONAL_LONG -> {
          OptionalLong value = (OptionalLong) component;
          yield value.isPresent() ? (Long) value.getAsLong() : null;
        }
      };
    }

    private Object close(Object value) {
      return switch (this) {
        case PLAIN -> value;
        case OPTIONAL -> Optional.ofNullable(value);
        case OPTIONAL_DOUBLE ->
            value == null ? OptionalDouble.empty() : OptionalDouble.of((Double) value);
        case OPTIONAL_INT -> value == null ? OptionalInt.empty() : OptionalInt.of((Integer) value);
        case OPTIONAL_LONG -> value == null ? OptionalLong.empty() : OptionalLong.of((Long) value);
      };
    }
  }

  static RowValue of(String path, String name, Type component) {
    if (component instanceof ParameterizedType generic) {
      return generic.getRawType() == Optional.class
              && generic.getActualTypeArguments()[0] instanceof Class<?> held
          ? new RowValue(path, name, held, Form.OPTIONAL)
          : new RowValue(path, name, (Class<?>) generic.getRawType(), Form.PLAIN);
    }
    Class<?> type = (Class<?>) component;
    if (type == OptionalDouble.class) {
      return new RowValue(path, name, Double.class, Form.OPTIONAL_DOUBLE);
    }
    if (type == OptionalInt.class) {
      return new RowValue(path, name, Integer.class, Form.OPTIONAL_INT);
    }
    if (type == OptionalLong.class) {
      return new RowValue(path, name, Long.class, Form.OPTIONAL_LONG);
    }
    return new RowValue(path, name, type, Form.PLAIN);
  }

  /** An Optional stands for a nullable column only. */
  boolean fits(Column column) {
    return held == column.component() && (form == Form.PLAIN || column.isNullable());
  }

  /** As the component is declared, such as {@code OptionalDouble corrected.low}. */
  String declared() {
    String type =
        switch (form) {
          case PLAIN -> held.getSimpleName();
          case OPTIONAL -> "Optional<" + held.getSimpleName() + ">";
          case OPTIONAL_DOUBLE, OPTIONAL_INT, OPTIONAL_LONG -> form.type.getSimpleName();
        };
    return type + " " + path;
  }

  @Override
  public List<RowValue> values() {
    return List.of(this);
  }

  @Override
  public boolean isNullable() {
    return form == Form.PLAIN;
  }

  @Override
  public int take(Object component, Object[] into, int at) {
    into[at] = form.open(component);
    return at + 1;
  }

  @Override
  public Object put(Object[] from, int at) {
    return form.close(from[at]);
  }
}
