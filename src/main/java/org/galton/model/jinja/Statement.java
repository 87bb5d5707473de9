package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** A part of a template that writes text or changes what names mean. */
sealed interface Statement {
  Flow run(Scope scope, StringBuilder out);

  /** Where a loop goes after a statement. */
  enum Flow {
    ON,
    NEXT_ITEM,
    OUT_OF_LOOP
  }

  /** Runs statements until one leaves the loop's round. */
  static Flow all(List<Statement> statements, Scope scope, StringBuilder out) {
    for (Statement statement : statements) {
      Flow flow = statement.run(scope, out);
      Rendering.bound(out.length());
      if (flow != Flow.ON) {
        return flow;
      }
    }
    return Flow.ON;
  }

  record Text(String text) implements Statement {
    @Override
    public Flow run(Scope scope, StringBuilder out) {
      scope.rendering().touch(text.length());
      out.append(text);
      return Flow.ON;
    }
  }

  record Print(Expression expression, int line) implements Statement {
    @Override
    public Flow run(Scope scope, StringBuilder out) {
      scope.rendering().step(line);
      out.append(Values.text(expression.value(scope), scope.rendering()));
      return Flow.ON;
    }
  }

  record If(Expression condition, List<Statement> then, List<Statement> otherwise, int line)
      implements Statement {
    @Override
    public Flow run(Scope scope, StringBuilder out) {
      scope.rendering().step(line);
      return all(Values.isTrue(condition.value(scope)) ? then : otherwise, scope, out);
    }
  }

  /**
   * @param condition null where every item is taken
   */
  record For(
      List<String> names,
      Expression items,
      Expression condition,
      List<Statement> body,
      List<Statement> otherwise,
      int line)
      implements Statement {
    @Override
    public Flow run(Scope scope, StringBuilder out) {
      scope.rendering().step(line);
      List<Object> taken = taken(scope);
      if (taken.isEmpty()) {
        return all(otherwise, scope.inner(), out);
      }
      for (int i = 0; i < taken.size(); i++) {
        scope.rendering().step(line);
        Scope round = scope.inner();
        Target.assign(names, taken.get(i), round);
        round.set("loop", new LoopVariable(taken, i));
        if (all(body, round, out) == Flow.OUT_OF_LOOP) {
          break;
        }
      }
      return Flow.ON;
    }

    private List<Object> taken(Scope scope) {
      List<Object> all = Values.items(items.value(scope), scope.rendering());
      if (condition == null) {
        return all;
      }
      List<Object> taken = new ArrayList<>();
      for (Object item : all) {
        scope.rendering().step(line);
        Scope round = scope.inner();
        Target.assign(names, item, round);
        if (Values.isTrue(condition.value(round))) {
          taken.add(item);
        }
      }
      return taken;
    }
  }

  record Leave(Flow flow) implements Statement {
    @Override
    public Flow run(Scope scope, StringBuilder out) {
      return flow;
    }
  }

  record Set(List<String> names, Expression value, int line) implements Statement {
    @Override
    public Flow run(Scope scope, StringBuilder out) {
      scope.rendering().step(line);
      Target.assign(names, value.value(scope), scope);
      return Flow.ON;
    }
  }

  record SetBlock(String name, List<Statement> body, int line) implements Statement {
    @Override
    public Flow run(Scope scope, StringBuilder out) {
      scope.rendering().step(line);
      StringBuilder text = new StringBuilder();
      all(body, scope.inner(), text);
      scope.set(name, text.toString());
      return Flow.ON;
    }
  }

  record SetInNamespace(String namespace, String name, Expression value, int line)
      implements Statement {
    @Override
    public Flow run(Scope scope, StringBuilder out) {
      scope.rendering().step(line);
      if (scope.value(namespace) instanceof Namespace target) {
        scope.rendering().makeList(1);
        target.values().put(name, value.value(scope));
        return Flow.ON;
      }
      throw new TemplateProblem(
          "it sets '"
              + namespace
              + "."
              + name
              + "': expected '"
              + namespace
              + "' to be a namespace");
    }
  }

  /** Part of a template that marks what an assistant said; written as it is. */
  record Block(List<Statement> body) implements Statement {
    @Override
    public Flow run(Scope scope, StringBuilder out) {
      return all(body, scope.inner(), out);
    }
  }

  /**
   * @param defaults of the parameters that may be left out
   */
  record Macro(
      String name,
      List<String> parameters,
      Map<String, Expression> defaults,
      List<Statement> body,
      int line)
      implements Statement {
    static final String CALLER = "caller";

    @Override
    public Flow run(Scope scope, StringBuilder out) {
      scope.set(name, in(scope));
      return Flow.ON;
    }

    /** The macro as a part of a template that sees these names. */
    Callee in(Scope scope) {
      return arguments -> written(scope, arguments);
    }

    private Object written(Scope around, Arguments arguments) {
      java.util.Set<String> names = new HashSet<>(parameters);
      names.add(CALLER);
      arguments.check(0, parameters.size(), names);
      around.rendering().enter();
      around.rendering().makeList(names.size());
      Scope inside = around.inner();
      inside.set(
          CALLER, arguments.named().getOrDefault(CALLER, new Undefined("it has no call block")));
      for (int i = 0; i < parameters.size(); i++) {
        String parameter = parameters.get(i);
        Object given = arguments.at(i, parameter, Undefined.name(parameter));
        boolean left = given instanceof Undefined && defaults.containsKey(parameter);
        inside.set(parameter, left ? defaults.get(parameter).value(inside) : given);
      }
      StringBuilder out = new StringBuilder();
      all(body, inside, out);
      around.rendering().leave();
      return out.toString();
    }
  }

  /** Writes what a macro makes of the text between its tags. */
  record CallBlock(Expression.Call call, Macro caller, int line) implements Statement {
    @Override
    public Flow run(Scope scope, StringBuilder out) {
      scope.rendering().step(line);
      Object made = call.with(Map.of(Macro.CALLER, caller.in(scope)), scope);
      out.append(Values.text(made, scope.rendering()));
      return Flow.ON;
    }
  }
}
