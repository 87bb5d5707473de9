package org.galton.program;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that was read and can be run, any number of times and by several threads. A run knows
 * nothing of the ones before it.
 *
 * <p>The language is a part of Python 3: {@code def}, {@code if}, {@code while}, {@code for},
 * {@code return}, {@code break}, {@code continue}, {@code assert}, {@code del} of an item,
 * assignments, comprehensions, {@code lambda}; integers of 64 bits, texts, lists, tuples,
 * dictionaries, {@code None}; the common built-in functions and methods. Fractions, classes,
 * exceptions, imports, sets and functions inside functions are refused. Where a program of this
 * language runs to its end it prints and returns what CPython does; an integer beyond 64 bits, and
 * a few uses whose answer depends on Unicode's tables, are errors instead.
 *
 * <p>A run ends after a number of steps. A statement, an operation, an item that is gone through, a
 * cell of a list made anew and sixteen characters of a text that is read or made anew each cost
 * one; looking for a text costs as much as comparing it at every place. So steps bound time and
 * memory.
 */
public final class Program {
  /** Longer texts are refused. */
  public static final int MOST_CHARACTERS = 200_000;

  private final List<Statement> statements;
  private final Map<String, Function> functions;
  private final int globals;

  Program(List<Statement> statements, Map<String, Function> functions, int globals) {
    this.statements = List.copyOf(statements);
    this.functions = Map.copyOf(functions);
    this.globals = globals;
  }

  /**
   * What a run led to.
   *
   * @param value what a function returned, as {@link #call} gives it; empty for None
   * @param steps that were used
   */
  public record Run(Optional<Object> value, String printed, long steps) {}

  /**
   * @throws ProgramException of kind {@link ProgramException.Kind#SYNTAX}
   */
  public static Program read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw ProgramException.syntax(
          0, "a program of %,d characters: at most %,d".formatted(text.length(), MOST_CHARACTERS));
    }
    return new Parser(new Tokens(new Lexer(text.replace("\r\n", "\n")).tokens())).program();
  }

  /** The words of a program in their order, for whoever changes its text word by word. */
  public static List<Token> words(String text) {
    return new Lexer(text).tokens();
  }

  /** Whether it defines a function. */
  public boolean has(String function) {
    return functions.containsKey(function);
  }

  /**
   * Runs the statements outside of functions.
   *
   * @param steps at most
   * @throws ProgramException where it fails, or needs more steps
   */
  public Run run(long steps) {
    Machine machine = start(steps);
    return new Run(Optional.empty(), machine.printed(), machine.spent());
  }

  /**
   * Runs the statements outside of functions, then a function.
   *
   * @param arguments Long, Boolean, String, List and Map of these; null is None
   * @return its value in the same types: a tuple is a List
   * @throws ProgramException where there is no such function, it fails, or needs more steps
   */
  public Run call(String function, List<?> arguments, long steps) {
    Machine machine = start(steps);
    Function called = functions.get(function);
    if (called == null) {
      throw ProgramException.fault("no function has the name '%s'".formatted(function));
    }
    List<Object> values = Exchange.inward(machine, arguments);
    Object value = Exchange.outward(machine, called.call(machine, values, Map.of()));
    return new Run(Optional.ofNullable(value), machine.printed(), machine.spent());
  }

  private Machine start(long steps) {
    Machine machine = new Machine(steps, globals);
    Statement.run(statements, new Frame(machine, new Object[0]));
    return machine;
  }
}
