package org.galton.study.balance.view;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Those that come first in an order, at most so many, of any number that pass by. */
final class TopK<R> {
  private final int most;
  private final Comparator<R> order;
  private final PriorityQueue<R> kept;

  TopK(int most, Comparator<R> order) {
    this.most = most;
    this.order = order;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  void pass(R candidate) {
    kept.add(candidate);
    if (kept.size() > most) {
      kept.remove();
    }
  }

  List<R> inOrder() {
    return kept.stream().sorted(order).toList();
  }
}
