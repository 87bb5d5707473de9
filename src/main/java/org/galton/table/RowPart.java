package org.galton.table;

import java.lang.reflect.InvocationTargetException;
import java.util.List;

/** What a record's component is among columns: one value, or a group of them. */
sealed interface RowPart permits RowValue, RowShape {

  List<RowValue> values();

  boolean isNullable();

  /** Stores what the component holds from a place on, and returns the place behind it. */
  int take(Object held, Object[] into, int at);

  /**
   * What the component holds, from stored values.
   *
   * @throws InvocationTargetException when a record refuses them
   */
  Object put(Object[] from, int at) throws InvocationTargetException;
}
