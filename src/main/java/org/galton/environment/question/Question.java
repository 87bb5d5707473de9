package org.galton.environment.question;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.galton.environment.Effect;
import org.galton.environment.Tool;
import org.galton.environment.ToolCall;
import org.galton.environment.World;

/**
 * A question that takes one answer, and before it any calls of tools. A call that fails is a turn
 * that says why.
 *
 * @param marks of the question
 * @param form how an answer is written
 * @param judge what is said of an answer; empty for an action that is none
 */
record Question(
    String text,
    String marks,
    String form,
    Function<String, Optional<Ruling>> judge,
    List<Tool> tools)
    implements World {
  private static final int LONGEST_RESULT = 2_000;
  private static final int LONGEST_MARKS = 2_000;
  private static final int LONGEST_CALL = 400;
  private static final String CALL = ": ";
  private static final String ANY_CALL = "tool_call" + CALL;

  /**
   * @param isAnswer whether an action is one
   * @param isRight whether an answer is the right one
   */
  Question(
      String text,
      String marks,
      String form,
      Predicate<String> isAnswer,
      Predicate<String> isRight,
      List<Tool> tools) {
    this(
        text,
        marks,
        form,
        answer ->
            isAnswer.test(answer)
                ? Optional.of(Ruling.of(answer, isRight.test(answer)))
                : Optional.empty(),
        tools);
  }

  @Override
  public Effect after(String action) {
    return act(action, marks);
  }

  private Effect act(String action, String known) {
    for (Tool tool : tools) {
      if (action.startsWith(tool.name() + ":")) {
        return called(tool, action.substring(tool.name().length() + 1).strip(), known);
      }
    }
    if (!tools.isEmpty() && (action.startsWith(ANY_CALL) || action.matches("(?s)[a-z_]+: .*"))) {
      String names = tools.stream().map(Tool::name).collect(Collectors.joining(", "));
      return Effect.called(
          new Told(this, "Cannot read this call: expected one of the tools " + names + ".", known),
          new ToolCall(
              action.substring(0, action.indexOf(CALL)),
              action.substring(action.indexOf(CALL) + CALL.length()),
              true));
    }
    Optional<Ruling> ruling = judge.apply(action);
    if (ruling.isEmpty()) {
      return new Effect.Misread(form);
    }
    World told = new Told(this, ruling.get().words(), known);
    return ruling.get().right() ? Effect.won(told) : Effect.lost(told);
  }

  private Effect called(Tool tool, String argument, String known) {
    String result;
    boolean failed = false;
    try {
      result = tool.answer(argument);
    } catch (IllegalArgumentException e) {
      result = "Error: " + e.getMessage();
      failed = true;
    }
    result = result.substring(0, Math.min(LONGEST_RESULT, result.length()));
    return Effect.called(
        new Told(this, result, known(known, tool.name() + ":" + argument, result)),
        new ToolCall(tool.name(), argument, failed));
  }

  /** What was asked and told, as marks; of many calls the last ones. */
  private String known(String known, String call, String result) {
    String more =
        (call + ">" + result).replaceAll("[^ -~]", " ").replace('=', '~').replace(';', ',');
    String all = known + "|" + more.substring(0, Math.min(LONGEST_CALL, more.length()));
    return all.length() <= marks.length() + LONGEST_MARKS
        ? all
        : marks + "|" + all.substring(all.length() - LONGEST_MARKS / 2);
  }

  /** After a turn. */
  private record Told(Question question, String text, String marks) implements World {
    @Override
    public Effect after(String action) {
      return question.act(action, marks);
    }
  }
}
