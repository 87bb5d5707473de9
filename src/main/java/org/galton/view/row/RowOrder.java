package org.galton.view.row;

import java.util.List;

/**
 * A way to order the rows of a list.
 *
 * @param word in addresses
 * @param title in forms
 */
public record RowOrder(String word, String title, Keyset keyset) {
  /** The one that is asked for, or else by key. */
  public static RowOrder of(List<RowOrder> orders, String word) {
    return orders.stream()
        .filter(order -> order.word().equals(word))
        .findFirst()
        .orElse(orders.get(0));
  }

  public boolean isByKey() {
    return keyset.column().isEmpty();
  }
}
