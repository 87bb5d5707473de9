package org.galton.program;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The expressions of the language. */
final class Expressions {
  private Expressions() {}

  record Constant(Object constant) implements Expression {
    @Override
    public Object value(Frame frame) {
      return constant;
    }
  }

  record Variable(Binding binding, int line) implements Expression {
    @Override
    public Object value(Frame frame) {
      Object value = binding.read(frame);
      if (value == null && !binding.isLocal()) {
        value = Builtins.named(binding.name());
      }
      if (value == null) {
        throw ProgramException.fault("no value has the name '%s'".formatted(binding.name()))
            .at(line);
      }
      return value;
    }
  }

  /** A list or a tuple. */
  record Display(boolean list, List<Expression> items) implements Expression {
    @Override
    public Object value(Frame frame) {
      frame.machine().deeper();
      List<Object> values = Expressions.values(items, frame);
      frame.machine().higher();
      return list ? Sequence.list(values) : Sequence.tuple(values);
    }
  }

  record Mapping(List<Expression> keys, List<Expression> items, int line) implements Expression {
    @Override
    public Object value(Frame frame) {
      frame.machine().spend(keys.size());
      frame.machine().deeper();
      Dictionary entries = new Dictionary();
      for (int i = 0; i < keys.size(); i++) {
        Object key = keys.get(i).value(frame);
        Object item = items.get(i).value(frame);
        try {
          entries.put(frame.machine(), key, item);
        } catch (ProgramException e) {
          throw e.at(line);
        }
      }
      frame.machine().higher();
      return entries;
    }
  }

  record Operation(String sign, Expression left, Expression right, int line) implements Expression {
    @Override
    public Object value(Frame frame) {
      Machine machine = frame.machine();
      machine.step();
      machine.deeper();
      Object a = left.value(frame);
      Object b = right.value(frame);
      machine.higher();
      try {
        return Operators.apply(machine, sign, a, b);
      } catch (ProgramException e) {
        throw e.at(line);
      }
    }
  }

  record Negation(Expression operand, int line) implements Expression {
    @Override
    public Object value(Frame frame) {
      frame.machine().step();
      frame.machine().deeper();
      Object value = operand.value(frame);
      frame.machine().higher();
      try {
        return Operators.apply(frame.machine(), "-", 0L, value);
      } catch (ProgramException e) {
        throw e.at(line);
      }
    }
  }

  record Not(Expression operand) implements Expression {
    @Override
    public Object value(Frame frame) {
      frame.machine().step();
      frame.machine().deeper();
      boolean holds = Values.truth(operand.value(frame));
      frame.machine().higher();
      return !holds;
    }
  }

  /** {@code and} and {@code or}: the first value that decides. */
  record Either(boolean or, Expression left, Expression right) implements Expression {
    @Override
    public Object value(Frame frame) {
      frame.machine().step();
      frame.machine().deeper();
      Object first = left.value(frame);
      Object value = Values.truth(first) == or ? first : right.value(frame);
      frame.machine().higher();
      return value;
    }
  }

  record Choice(Expression condition, Expression then, Expression otherwise) implements Expression {
    @Override
    public Object value(Frame frame) {
      frame.machine().step();
      frame.machine().deeper();
      Object value =
          Values.truth(condition.value(frame)) ? then.value(frame) : otherwise.value(frame);
      frame.machine().higher();
      return value;
    }
  }

  /** {@code a < b <= c}: each value is computed once, and none after the first that fails. */
  record Comparison(List<String> signs, List<Expression> operands, int line) implements Expression {
    @Override
    public Object value(Frame frame) {
      Machine machine = frame.machine();
      machine.deeper();
      Object left = operands.get(0).value(frame);
      boolean holds = true;
      for (int i = 0; i < signs.size() && holds; i++) {
        Object right = operands.get(i + 1).value(frame);
        try {
          holds = holds(machine, signs.get(i), left, right);
        } catch (ProgramException e) {
          throw e.at(line);
        }
        left = right;
      }
      machine.higher();
      return holds;
    }

    private static boolean holds(Machine machine, String sign, Object a, Object b) {
      return switch (sign) {
        case "==" -> Values.equal(machine, a, b);
        case "!=" -> !Values.equal(machine, a, b);
        case "in" -> Operators.contains(machine, b, a);
        case "not in" -> !Operators.contains(machine, b, a);
        case "is" -> isSame(a, b);
        case "is not" -> !isSame(a, b);
        case "<" -> Values.compare(machine, a, b, sign) < 0;
        case "<=" -> Values.compare(machine, a, b, sign) <= 0;
        case ">" -> Values.compare(machine, a, b, sign) > 0;
        case ">=" -> Values.compare(machine, a, b, sign) >= 0;
        default -> throw new IllegalArgumentException(sign);
      };
    }

    /** Numbers and texts have no identity to speak of: only what has one is asked for it. */
    private static boolean isSame(Object a, Object b) {
      if (a instanceof Long || a instanceof String || b instanceof Long || b instanceof String) {
        if (a == None.NONE || b == None.NONE) {
          return false;
        }
        throw ProgramException.fault("'is' compares with None, True and False; use ==");
      }
      return a == b || (a instanceof Boolean && a.equals(b));
    }
  }

  record Item(Expression container, Expression key, int line) implements Expression {
    @Override
    public Object value(Frame frame) {
      Machine machine = frame.machine();
      machine.step();
      machine.deeper();
      Object from = container.value(frame);
      Object at = key.value(frame);
      machine.higher();
      try {
        return Operators.item(machine, from, at);
      } catch (ProgramException e) {
        throw e.at(line);
      }
    }
  }

  record Slice(Expression container, Expression from, Expression to, Expression by, int line)
      implements Expression {
    @Override
    public Object value(Frame frame) {
      Machine machine = frame.machine();
      machine.step();
      machine.deeper();
      Object whole = container.value(frame);
      Object first = from.value(frame);
      Object end = to.value(frame);
      Object step = by.value(frame);
      machine.higher();
      try {
        return Operators.slice(machine, whole, first, end, step);
      } catch (ProgramException e) {
        throw e.at(line);
      }
    }
  }

  record Call(
      Expression callee, List<Expression> arguments, Map<String, Expression> named, int line)
      implements Expression {
    @Override
    public Object value(Frame frame) {
      Machine machine = frame.machine();
      machine.step();
      machine.deeper();
      Object called = callee.value(frame);
      List<Object> values = Expressions.values(arguments, frame);
      Map<String, Object> byName = Expressions.values(named, frame);
      machine.higher();
      try {
        if (called instanceof Callee function) {
          return function.call(machine, values, byName);
        }
        throw ProgramException.fault("a %s cannot be called".formatted(Values.type(called)));
      } catch (ProgramException e) {
        throw e.at(line);
      }
    }
  }

  /** {@code value.method(arguments)}. */
  record MethodCall(
      Expression receiver,
      String method,
      List<Expression> arguments,
      Map<String, Expression> named,
      int line)
      implements Expression {
    @Override
    public Object value(Frame frame) {
      Machine machine = frame.machine();
      machine.step();
      machine.deeper();
      Object on = receiver.value(frame);
      List<Object> values = Expressions.values(arguments, frame);
      Map<String, Object> byName = Expressions.values(named, frame);
      machine.higher();
      try {
        return Methods.call(machine, on, method, values, byName);
      } catch (ProgramException e) {
        throw e.at(line);
      }
    }
  }

  record LambdaMaker(List<Binding> parameters, Expression body) implements Expression {
    @Override
    public Object value(Frame frame) {
      frame.machine().step();
      return new Lambda(parameters, body, frame);
    }
  }

  /**
   * One {@code for … in … if …} of a comprehension.
   *
   * @param conditions all must hold
   */
  record Loop(Target target, Expression items, List<Expression> conditions) {}

  /** {@code [value for …]}, or with a key a dictionary. */
  record Comprehension(@Nullable Expression key, Expression item, List<Loop> loops, int line)
      implements Expression {
    @Override
    public Object value(Frame frame) {
      List<Object> items = new ArrayList<>();
      Dictionary entries = new Dictionary();
      each(
          frame,
          inner -> {
            inner.machine().step();
            if (key == null) {
              items.add(item.value(inner));
            } else {
              Object at = key.value(inner);
              entries.put(inner.machine(), at, item.value(inner));
            }
            return true;
          });
      return key == null ? Sequence.list(items) : entries;
    }

    /** Goes through the items until told to stop. */
    boolean each(Frame frame, Predicate<Frame> more) {
      return loop(0, frame, more);
    }

    private boolean loop(int depth, Frame frame, Predicate<Frame> more) {
      if (depth == loops.size()) {
        return more.test(frame);
      }
      Machine machine = frame.machine();
      machine.deeper();
      Loop loop = loops.get(depth);
      boolean goOn = true;
      try {
        Iterator<Object> items = Items.of(machine, loop.items().value(frame));
        while (goOn && items.hasNext()) {
          machine.step();
          loop.target().assign(frame, items.next());
          if (loop.conditions().stream().allMatch(holds -> Values.truth(holds.value(frame)))) {
            goOn = loop(depth + 1, frame, more);
          }
        }
      } catch (ProgramException e) {
        throw e.at(line);
      }
      machine.higher();
      return goOn;
    }
  }

  /** {@code any(… for …)} and {@code all(… for …)}, which stop at the first item that decides. */
  record Quantified(boolean any, Comprehension items) implements Expression {
    @Override
    public Object value(Frame frame) {
      return items.each(frame, inner -> Values.truth(items.item().value(inner)) != any) != any;
    }
  }

  static List<Object> values(List<Expression> expressions, Frame frame) {
    frame.machine().spend(expressions.size());
    List<Object> values = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      values.add(expression.value(frame));
    }
    return values;
  }

  private static Map<String, Object> values(Map<String, Expression> named, Frame frame) {
    if (named.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> values = new LinkedHashMap<>();
    named.forEach((name, expression) -> values.put(name, expression.value(frame)));
    return values;
  }
}
