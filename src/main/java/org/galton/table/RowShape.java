package org.galton.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A record as columns: component {@code promptId} is column {@code prompt_id}, and an empty {@code
 * Optional} is NULL.
 *
 * <p>A component that is itself a record is a group of columns:
 *
 * <ul>
 *   <li>A group with a component {@code value} is a figure with details: {@code corrected} of
 *       (value, low, high) is {@code corrected}, {@code corrected_low} and {@code corrected_high}.
 *   <li>Any other group holds columns together: {@code place} of (condition, group) is {@code
 *       condition} and {@code group}.
 * </ul>
 */
public final class RowShape<R extends Record> implements RowPart {
  private static final String FIGURE = "value";

  private final Class<R> record;
  private final Constructor<R> constructor;
  private final Method[] accessors;
  private final RowPart[] parts;
  private final List<RowValue> values = new ArrayList<>();

  private RowShape(Class<R> record, String path, UnaryOperator<String> names) {
    this.record = record;
    RecordComponent[] components = record.getRecordComponents();
    this.accessors =
        Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    this.parts = new RowPart[components.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part(components[i], path, names.apply(components[i].getName()));
      values.addAll(parts[i].values());
      accessors[i].setAccessible(true);
    }
    try {
      this.constructor =
          record.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      this.constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Every record has a canonical constructor", e);
    }
  }

  public static <R extends Record> RowShape<R> of(Class<R> record) {
    return new RowShape<>(record, "", Column::named);
  }

  private static RowPart part(RecordComponent component, String path, String name) {
    String place = path + component.getName();
    if (!component.getType().isRecord()) {
      return RowValue.of(place, name, component.getGenericType());
    }
    Class<? extends Record> group = component.getType().asSubclass(Record.class);
    boolean isFigure =
        Arrays.stream(group.getRecordComponents()).anyMatch(one -> one.getName().equals(FIGURE));
    return new RowShape<>(
        group,
        place + ".",
        inner -> {
          String own = Column.named(inner);
          return !isFigure ? own : inner.equals(FIGURE) ? name : name + "_" + own;
        });
  }

  @Override
  public List<RowValue> values() {
    return values;
  }

  /** Of the columns, in the order of the components. */
  public List<String> names() {
    return values.stream().map(RowValue::name).toList();
  }

  /** The row's values in the order of {@link #names}; null where there is none. */
  public Object[] values(R row) {
    Object[] found = new Object[values.size()];
    take(row, found, 0);
    return found;
  }

  R row(Object[] from) throws InvocationTargetException {
    return put(from, 0);
  }

  @Override
  public int take(Object row, Object[] into, int from) {
    int at = from;
    for (int i = 0; i < parts.length; i++) {
      Object held = held(row, i);
      if (held == null && !parts[i].isNullable()) {
        throw new IllegalStateException(
            "Cannot take %s apart: component %s is null; expected a group of columns or an empty Optional in %s"
                .formatted(record.getSimpleName(), record.getRecordComponents()[i].getName(), row));
      }
      at = parts[i].take(held, into, at);
    }
    return at;
  }

  private Object held(Object row, int component) {
    try {
      return accessors[component].invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record's accessor was made accessible", e);
    }
  }

  @Override
  public R put(Object[] from, int start) throws InvocationTargetException {
    Object[] arguments = new Object[parts.length];
    int at = start;
    for (int i = 0; i < parts.length; i++) {
      arguments[i] = parts[i].put(from, at);
      at += parts[i].values().size();
    }
    try {
      return constructor.newInstance(arguments);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("A record's constructor was made accessible", e);
    }
  }

  /** Only a single value may be null, and only without an Optional around it. */
  @Override
  public boolean isNullable() {
    return false;
  }
}
