package org.galton.program;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Operations on two values, and slices. */
final class Operators {
  private Operators() {}

  static Object apply(Machine machine, String sign, Object a, Object b) {
    if (Values.isInteger(a) && Values.isInteger(b)) {
      return integers(sign, Values.integer(a), Values.integer(b));
    }
    if (sign.equals("+")) {
      return sum(machine, a, b);
    }
    if (sign.equals("*") && Values.isInteger(b)) {
      return repeated(machine, a, Values.integer(b));
    }
    if (sign.equals("*") && Values.isInteger(a)) {
      return repeated(machine, b, Values.integer(a));
    }
    throw misfit(sign, a, b);
  }

  private static ProgramException misfit(String sign, Object a, Object b) {
    return ProgramException.fault(
        "'%s' does not take a %s and a %s".formatted(sign, Values.type(a), Values.type(b)));
  }

  private static Object integers(String sign, long a, long b) {
    try {
      return switch (sign) {
        case "+" -> Math.addExact(a, b);
        case "-" -> Math.subtractExact(a, b);
        case "*" -> Math.multiplyExact(a, b);
        case "//" -> quotient(a, b);
        case "%" -> Math.floorMod(a, nonZero(b));
        case "**" -> power(a, b);
        default -> throw new IllegalArgumentException(sign);
      };
    } catch (ArithmeticException e) {
      throw ProgramException.fault("an integer beyond 64 bits");
    }
  }

  private static long quotient(long a, long b) {
    if (a == Long.MIN_VALUE && b == -1) {
      throw new ArithmeticException();
    }
    return Math.floorDiv(a, nonZero(b));
  }

  private static long nonZero(long divisor) {
    if (divisor == 0) {
      throw ProgramException.fault("division by zero");
    }
    return divisor;
  }

  private static long power(long base, long exponent) {
    if (exponent < 0) {
      throw ProgramException.fault("a negative exponent gives no integer");
    }
    if (base == 0 || base == 1) {
      return exponent == 0 ? 1 : base;
    }
    if (base == -1) {
      return exponent % 2 == 0 ? 1 : -1;
    }
    long power = 1;
    for (long left = exponent; left > 0; left--) {
      power = Math.multiplyExact(power, base); // Ends within 64 rounds: the base is 2 or more.
    }
    return power;
  }

  private static Object sum(Machine machine, Object a, Object b) {
    if (a instanceof String left && b instanceof String right) {
      machine.spend(Values.cells((long) left.length() + right.length()));
      return left + right;
    }
    if (a instanceof Sequence left
        && b instanceof Sequence right
        && left.isList() == right.isList()) {
      machine.spend((long) left.size() + right.size());
      List<Object> items = new ArrayList<>(left.items());
      items.addAll(right.items());
      return left.of(items);
    }
    throw misfit("+", a, b);
  }

  private static Object repeated(Machine machine, Object value, long times) {
    long count = Math.max(0, times);
    if (value instanceof String text) {
      machine.spend(Values.cells(product(text.length(), count)));
      return text.repeat((int) (text.isEmpty() ? 0 : count));
    }
    if (value instanceof Sequence sequence) {
      machine.spend(product(sequence.size(), count));
      List<Object> items = new ArrayList<>();
      for (long i = 0; i < count && sequence.size() > 0; i++) {
        items.addAll(sequence.items());
      }
      return sequence.of(items);
    }
    throw misfit("*", value, times);
  }

  private static long product(long a, long b) {
    return a == 0 || b == 0 ? 0 : b > Long.MAX_VALUE / 32 / a ? Long.MAX_VALUE / 32 : a * b;
  }

  static boolean contains(Machine machine, Object container, Object value) {
    if (container instanceof String text) {
      Texts.search(machine, text, Values.text(value));
      return text.contains(Values.text(value));
    }
    if (container instanceof Dictionary entries) {
      return entries.has(machine, value);
    }
    Iterator<Object> items = Items.of(machine, container);
    while (items.hasNext()) {
      if (Values.equal(machine, items.next(), value)) {
        return true;
      }
    }
    return false;
  }

  static Object item(Machine machine, Object container, Object key) {
    if (container instanceof Dictionary entries) {
      Object value = entries.get(machine, key);
      if (value == null) {
        throw ProgramException.fault("no key %s".formatted(shortly(Values.repr(machine, key))));
      }
      return value;
    }
    if (container instanceof Sequence sequence) {
      return sequence.items().get(place(key, sequence.size(), container));
    }
    if (container instanceof String text) {
      machine.spend(Values.cells(text.length()));
      return Texts.at(text, place(key, Texts.length(text), container));
    }
    throw ProgramException.fault("a %s has no items".formatted(Values.type(container)));
  }

  static void put(Machine machine, Object container, Object key, Object value) {
    if (container instanceof Dictionary entries) {
      machine.step();
      entries.put(machine, key, value);
    } else if (container instanceof Sequence sequence && sequence.isList()) {
      sequence.items().set(place(key, sequence.size(), container), value);
    } else {
      throw ProgramException.fault(
          "items of a %s cannot be changed".formatted(Values.type(container)));
    }
  }

  static void remove(Machine machine, Object container, Object key) {
    if (container instanceof Dictionary entries) {
      if (entries.remove(machine, key) == null) {
        throw ProgramException.fault("no key %s".formatted(shortly(Values.repr(machine, key))));
      }
    } else if (container instanceof Sequence sequence && sequence.isList()) {
      machine.spend(sequence.size());
      sequence.items().remove(place(key, sequence.size(), container));
    } else {
      throw ProgramException.fault(
          "items of a %s cannot be removed".formatted(Values.type(container)));
    }
  }

  private static String shortly(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  static int place(Object key, int size, Object container) {
    if (!Values.isInteger(key)) {
      throw ProgramException.fault(
          "a place in a %s is an int, not a %s"
              .formatted(Values.type(container), Values.type(key)));
    }
    long index = Values.integer(key);
    long place = index < 0 ? index + size : index;
    if (place < 0 || place >= size) {
      throw ProgramException.fault(
          "no place %d in a %s of %d".formatted(index, Values.type(container), size));
    }
    return (int) place;
  }

  /** What {@code value[from:to:by]} is; None stands for what is left out. */
  static Object slice(Machine machine, Object value, Object from, Object to, Object by) {
    long step = by == None.NONE ? 1 : Values.integer(by);
    if (step == 0) {
      throw ProgramException.fault("a slice cannot go by 0");
    }
    if (value instanceof String text) {
      machine.spend(text.length());
      int[] letters = text.codePoints().toArray();
      StringBuilder taken = new StringBuilder();
      places(letters.length, from, to, step)
          .forEach(place -> taken.appendCodePoint(letters[place]));
      return taken.toString();
    }
    if (value instanceof Sequence sequence) {
      List<Integer> places = places(sequence.size(), from, to, step);
      machine.spend(places.size());
      List<Object> taken = new ArrayList<>(places.size());
      places.forEach(place -> taken.add(sequence.items().get(place)));
      return sequence.of(taken);
    }
    throw ProgramException.fault("a %s has no slices".formatted(Values.type(value)));
  }

  private static List<Integer> places(int size, Object from, Object to, long step) {
    long least = step > 0 ? 0 : -1;
    long most = step > 0 ? size : size - 1L;
    long first = from == None.NONE ? (step > 0 ? least : most) : bound(from, size, least, most);
    long end = to == None.NONE ? (step > 0 ? most : least) : bound(to, size, least, most);
    List<Integer> places = new ArrayList<>();
    long at = first;
    while (step > 0 ? at < end : at > end) {
      places.add((int) at);
      if (step > size || step < -size) {
        break;
      }
      at += step;
    }
    return places;
  }

  private static long bound(Object value, int size, long least, long most) {
    long index = Values.integer(value);
    return Math.max(least, Math.min(most, index < 0 ? index + size : index));
  }
}
