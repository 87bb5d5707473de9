package org.galton.program;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of the language. */
final class Statements {
  private Statements() {}

  record Evaluate(Expression expression, int line) implements Statement {
    @Override
    public End run(Frame frame) {
      frame.machine().step();
      expression.value(frame);
      return End.NEXT;
    }
  }

  /** {@code a = b = value}. */
  record Assign(List<Target> targets, Expression expression, int line) implements Statement {
    @Override
    public End run(Frame frame) {
      frame.machine().step();
      Object value = expression.value(frame);
      try {
        targets.forEach(target -> target.assign(frame, value));
      } catch (ProgramException e) {
        throw e.at(line);
      }
      return End.NEXT;
    }
  }

  /** {@code variable += value}. */
  record ChangeName(Binding binding, String sign, Expression expression, int line)
      implements Statement {
    @Override
    public End run(Frame frame) {
      frame.machine().step();
      Object before = new Expressions.Variable(binding, line).value(frame);
      binding.write(frame, changed(frame, sign, before, expression.value(frame), line));
      return End.NEXT;
    }
  }

  /** {@code container[key] += value}. */
  record ChangePlace(
      Expression container, Expression key, String sign, Expression expression, int line)
      implements Statement {
    @Override
    public End run(Frame frame) {
      Machine machine = frame.machine();
      machine.step();
      Object into = container.value(frame);
      Object at = key.value(frame);
      try {
        Object before = Operators.item(machine, into, at);
        Object after = changed(frame, sign, before, expression.value(frame), line);
        Operators.put(machine, into, at, after);
      } catch (ProgramException e) {
        throw e.at(line);
      }
      return End.NEXT;
    }
  }

  /** A list grows in place, so that all its names see it. */
  private static Object changed(Frame frame, String sign, Object a, Object b, int line) {
    Machine machine = frame.machine();
    try {
      if (sign.equals("+") && a instanceof Sequence list && list.isList()) {
        list.items().addAll(Items.all(machine, b));
        return list;
      }
      Object value = Operators.apply(machine, sign, a, b);
      if (sign.equals("*") && a instanceof Sequence list && list.isList()) {
        List<Object> items = new ArrayList<>(((Sequence) value).items());
        list.items().clear();
        list.items().addAll(items);
        return list;
      }
      return value;
    } catch (ProgramException e) {
      throw e.at(line);
    }
  }

  /** {@code del container[key]}. */
  record Delete(Expression container, Expression key, int line) implements Statement {
    @Override
    public End run(Frame frame) {
      frame.machine().step();
      Object from = container.value(frame);
      try {
        Operators.remove(frame.machine(), from, key.value(frame));
      } catch (ProgramException e) {
        throw e.at(line);
      }
      return End.NEXT;
    }
  }

  /** {@code if} and {@code elif}: what is done where a condition holds. */
  record Branch(Expression condition, List<Statement> body) {}

  record If(List<Branch> branches, List<Statement> otherwise, int line) implements Statement {
    @Override
    public End run(Frame frame) {
      Machine machine = frame.machine();
      machine.deeper();
      List<Statement> taken = otherwise;
      for (Branch branch : branches) {
        machine.step();
        if (Values.truth(branch.condition().value(frame))) {
          taken = branch.body();
          break;
        }
      }
      End end = Statement.run(taken, frame);
      machine.higher();
      return end;
    }
  }

  record While(Expression condition, List<Statement> body, int line) implements Statement {
    @Override
    public End run(Frame frame) {
      Machine machine = frame.machine();
      machine.deeper();
      End end = End.NEXT;
      while (Values.truth(condition.value(frame))) {
        machine.step();
        end = Statement.run(body, frame);
        if (end == End.BREAK || end == End.RETURN) {
          break;
        }
      }
      machine.higher();
      return end == End.RETURN ? end : End.NEXT;
    }
  }

  record For(Target target, Expression items, List<Statement> body, int line) implements Statement {
    @Override
    public End run(Frame frame) {
      Machine machine = frame.machine();
      machine.deeper();
      End end = End.NEXT;
      Iterator<Object> left = items(frame);
      while (hasNext(left)) {
        machine.step();
        assign(frame, left);
        end = Statement.run(body, frame);
        if (end == End.BREAK || end == End.RETURN) {
          break;
        }
      }
      machine.higher();
      return end == End.RETURN ? end : End.NEXT;
    }

    private Iterator<Object> items(Frame frame) {
      Object value = items.value(frame);
      try {
        return Items.of(frame.machine(), value);
      } catch (ProgramException e) {
        throw e.at(line);
      }
    }

    private boolean hasNext(Iterator<Object> left) {
      try {
        return left.hasNext();
      } catch (ProgramException e) {
        throw e.at(line);
      }
    }

    private void assign(Frame frame, Iterator<Object> left) {
      try {
        target.assign(frame, left.next());
      } catch (ProgramException e) {
        throw e.at(line);
      }
    }
  }

  record Return(Expression expression, int line) implements Statement {
    @Override
    public End run(Frame frame) {
      frame.machine().step();
      frame.giveBack(expression.value(frame));
      return End.RETURN;
    }
  }

  /** {@code break}, {@code continue} and {@code pass}. */
  record Leave(End end, int line) implements Statement {
    @Override
    public End run(Frame frame) {
      frame.machine().step();
      return end;
    }
  }

  record Assert(Expression condition, @Nullable Expression message, int line) implements Statement {
    @Override
    public End run(Frame frame) {
      frame.machine().step();
      if (!Values.truth(condition.value(frame))) {
        String why =
            message == null ? "" : ": " + Values.str(frame.machine(), message.value(frame));
        throw ProgramException.fault("an assertion failed" + why).at(line);
      }
      return End.NEXT;
    }
  }
}
