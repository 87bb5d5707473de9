package org.galton.program;

import java.util.List;

/** Where a value can be put. */
sealed interface Target {
  void assign(Frame frame, Object value);

  /** A variable. */
  record Name(Binding binding) implements Target {
    @Override
    public void assign(Frame frame, Object value) {
      binding.write(frame, value);
    }
  }

  /** A place in a list or a dictionary. */
  record Place(Expression container, Expression key) implements Target {
    @Override
    public void assign(Frame frame, Object value) {
      Object into = container.value(frame);
      Operators.put(frame.machine(), into, key.value(frame), value);
    }
  }

  /** Several, each for an item. */
  record Several(List<Target> targets) implements Target {
    @Override
    public void assign(Frame frame, Object value) {
      List<Object> items = Items.all(frame.machine(), value);
      if (items.size() != targets.size()) {
        throw ProgramException.fault(
            "%d values for %d names".formatted(items.size(), targets.size()));
      }
      for (int i = 0; i < items.size(); i++) {
        targets.get(i).assign(frame, items.get(i));
      }
    }
  }
}
