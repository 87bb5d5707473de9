package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A part of a template that has a value. */
sealed interface Expression {
  Object value(Scope scope);

  record Literal(Object constant) implements Expression {
    @Override
    public Object value(Scope scope) {
      scope.rendering().touch(1);
      return constant;
    }
  }

  record Name(String name) implements Expression {
    @Override
    public Object value(Scope scope) {
      return scope.value(name);
    }
  }

  record ListOf(List<Expression> items) implements Expression {
    @Override
    public Object value(Scope scope) {
      scope.rendering().makeList(items.size());
      List<Object> values = new ArrayList<>();
      items.forEach(item -> values.add(item.value(scope)));
      return values;
    }
  }

  record TupleOf(List<Expression> items) implements Expression {
    @Override
    public Object value(Scope scope) {
      scope.rendering().makeList(items.size());
      return new Tuple(items.stream().map(item -> item.value(scope)).collect(Collectors.toList()));
    }
  }

  record MappingOf(List<Map.Entry<Expression, Expression>> entries) implements Expression {
    @Override
    public Object value(Scope scope) {
      scope.rendering().makeList(3L * entries.size());
      Map<Object, Object> values = new LinkedHashMap<>();
      for (Map.Entry<Expression, Expression> entry : entries) {
        Object key = Values.key(entry.getKey().value(scope), scope.rendering());
        values.put(key, entry.getValue().value(scope));
      }
      return values;
    }
  }

  record Attribute(Expression owner, String name) implements Expression {
    @Override
    public Object value(Scope scope) {
      return Access.attribute(owner.value(scope), name, scope.rendering());
    }
  }

  record Subscript(Expression owner, Expression key) implements Expression {
    @Override
    public Object value(Scope scope) {
      return Access.subscript(owner.value(scope), key.value(scope), scope.rendering());
    }
  }

  /** Bounds that are null are open. */
  record Slice(Expression owner, Expression from, Expression to, Expression by)
      implements Expression {
    @Override
    public Object value(Scope scope) {
      return Access.slice(
          owner.value(scope),
          part(from, scope),
          part(to, scope),
          part(by, scope),
          scope.rendering());
    }

    private static Object part(Expression bound, Scope scope) {
      return bound == null ? null : bound.value(scope);
    }
  }

  /**
   * What a call or a filter is given.
   *
   * @param more {@code *list}, further arguments in order; null where there is none
   * @param moreNamed {@code **mapping}, further arguments by name; null where there is none
   */
  record Given(
      List<Expression> positional,
      Map<String, Expression> named,
      Expression more,
      Expression moreNamed) {
    static final Given NOTHING = only(List.of());

    static Given only(List<Expression> positional) {
      return new Given(positional, Map.of(), null, null);
    }

    Arguments values(String callee, Scope scope) {
      scope.rendering().makeList(positional.size() + named.size());
      List<Object> list = new ArrayList<>();
      positional.forEach(argument -> list.add(argument.value(scope)));
      if (more != null) {
        list.addAll(Values.items(more.value(scope), scope.rendering()));
      }
      Map<String, Object> map = new LinkedHashMap<>();
      named.forEach((name, argument) -> map.put(name, argument.value(scope)));
      if (moreNamed != null) {
        addNamed(moreNamed.value(scope), map, scope.rendering());
      }
      return new Arguments(callee, list, map, scope.rendering());
    }

    private static void addNamed(Object given, Map<String, Object> map, Rendering rendering) {
      if (!(given instanceof Map<?, ?> entries)) {
        throw new TemplateProblem("'**' was given a " + Values.kind(given));
      }
      rendering.makeList(entries.size());
      entries.forEach((name, value) -> map.put(Values.text(name, rendering), value));
    }
  }

  record Call(Expression callee, String name, Given given, int line) implements Expression {
    @Override
    public Object value(Scope scope) {
      return with(Map.of(), scope);
    }

    /** Calls it with further arguments by name. */
    Object with(Map<String, Object> added, Scope scope) {
      Object called = callee.value(scope);
      scope.rendering().step(line);
      if (called instanceof Callee function) {
        Arguments arguments = given.values(name, scope);
        arguments.named().putAll(added);
        return function.call(arguments);
      }
      if (called instanceof Undefined undefined) {
        throw undefined.asProblem();
      }
      throw new TemplateProblem("it calls a " + Values.kind(called));
    }
  }

  record Filtered(Expression input, String name, Filter filter, Given given, int line)
      implements Expression {
    @Override
    public Object value(Scope scope) {
      Object value = input.value(scope);
      scope.rendering().step(line);
      return filter.apply(value, given.values(name, scope));
    }
  }

  record Tested(Expression subject, String name, Test test, Given given) implements Expression {
    @Override
    public Object value(Scope scope) {
      return test.holds(subject.value(scope), given.values(name, scope));
    }
  }

  record Not(Expression operand) implements Expression {
    @Override
    public Object value(Scope scope) {
      return !Values.isTrue(operand.value(scope));
    }
  }

  record Negative(Expression operand) implements Expression {
    @Override
    public Object value(Scope scope) {
      return Operators.arithmetic("-", 0L, operand.value(scope), scope.rendering());
    }
  }

  record And(Expression left, Expression right) implements Expression {
    @Override
    public Object value(Scope scope) {
      Object first = left.value(scope);
      return Values.isTrue(first) ? right.value(scope) : first;
    }
  }

  record Or(Expression left, Expression right) implements Expression {
    @Override
    public Object value(Scope scope) {
      Object first = left.value(scope);
      return Values.isTrue(first) ? first : right.value(scope);
    }
  }

  record Arithmetic(String operator, Expression left, Expression right) implements Expression {
    @Override
    public Object value(Scope scope) {
      return Operators.arithmetic(
          operator, left.value(scope), right.value(scope), scope.rendering());
    }
  }

  record Joined(List<Expression> parts) implements Expression {
    @Override
    public Object value(Scope scope) {
      StringBuilder out = new StringBuilder();
      for (Expression part : parts) {
        String text = Values.text(part.value(scope), scope.rendering());
        Rendering.bound((long) out.length() + text.length());
        out.append(text);
      }
      return out.toString();
    }
  }

  /** {@code a < b < c}, as Python chains them. */
  record Comparison(Expression first, List<String> operators, List<Expression> others)
      implements Expression {
    @Override
    public Object value(Scope scope) {
      Object left = first.value(scope);
      for (int i = 0; i < operators.size(); i++) {
        Object right = others.get(i).value(scope);
        if (!holds(operators.get(i), left, right, scope.rendering())) {
          return false;
        }
        left = right;
      }
      return true;
    }

    private static boolean holds(String operator, Object left, Object right, Rendering rendering) {
      return switch (operator) {
        case "==" -> Operators.equal(left, right, rendering);
        case "!=" -> !Operators.equal(left, right, rendering);
        case "in" -> Operators.contains(right, left, rendering);
        case "not in" -> !Operators.contains(right, left, rendering);
        case "<" -> Operators.compare(operator, left, right, rendering) < 0;
        case "<=" -> Operators.compare(operator, left, right, rendering) <= 0;
        case ">" -> Operators.compare(operator, left, right, rendering) > 0;
        default -> Operators.compare(operator, left, right, rendering) >= 0;
      };
    }
  }

  /** The value of {@code otherwise} is undefined where there is none. */
  record Conditional(Expression condition, Expression then, Expression otherwise)
      implements Expression {
    @Override
    public Object value(Scope scope) {
      return Values.isTrue(condition.value(scope)) ? then.value(scope) : otherwise.value(scope);
    }
  }
}
