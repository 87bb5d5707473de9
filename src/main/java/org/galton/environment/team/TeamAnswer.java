package org.galton.environment.team;

import java.util.Locale;
import java.util.Optional;
import org.galton.environment.Answer;
import org.galton.environment.Environment;
import org.galton.game.Style;

/**
 * Reads what the roles say, in time linear in its length, and writes what they should say.
 *
 * <ul>
 *   <li>prose: the last line that begins with a label, such as {@code Tool:}, tells its value
 *   <li>marks: what stands before the first {@code ;}, a plan as {@code tool:sub-goal:context}
 * </ul>
 */
final class TeamAnswer {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST = Environment.LONGEST_ANSWER;
  private static final char PART = ':';

  static final String SUB_GOAL = "Sub-goal:";
  static final String TOOL = "Tool:";
  static final String CONTEXT = "Context:";
  static final String COMMAND = "Command:";
  static final String VERDICT = "Verdict:";
  static final String STOP = "STOP";
  static final String CONTINUE = "CONTINUE";

  private TeamAnswer() {}

  /** Empty where no tool is named, or a part is too long. */
  static Optional<Plan> plan(String answer, Style style) {
    Optional<Plan> plan =
        switch (style) {
          case PROSE ->
              labelled(answer, TOOL)
                  .map(
                      tool ->
                          new Plan(
                              labelled(answer, SUB_GOAL).orElse(""),
                              tool,
                              labelled(answer, CONTEXT).orElse("")));
          case MARKS -> marked(answer);
        };
    return plan.filter(
        read ->
            !read.tool().isEmpty()
                && read.tool().length() <= LONGEST_NAME
                && read.subGoal().length() <= LONGEST
                && read.context().length() <= LONGEST);
  }

  private static Optional<Plan> marked(String answer) {
    String line = line(answer);
    int tool = line.indexOf(PART);
    int goal = line.indexOf(PART, tool + 1);
    return tool < 0 || goal < 0
        ? Optional.empty()
        : Optional.of(
            new Plan(
                line.substring(tool + 1, goal).strip(),
                line.substring(0, tool).strip(),
                line.substring(goal + 1).strip()));
  }

  /** Empty where there is none, or it is too long. */
  static Optional<String> command(String answer, Style style) {
    Optional<String> command =
        switch (style) {
          case PROSE -> labelled(answer, COMMAND);
          case MARKS -> Optional.of(line(answer));
        };
    return command.filter(text -> !text.isEmpty() && text.length() <= LONGEST);
  }

  /** Whether the memory is enough; empty where the answer says neither. */
  static Optional<Boolean> verdict(String answer, Style style) {
    String said =
        switch (style) {
          case PROSE -> labelled(answer, VERDICT).orElse("").toUpperCase(Locale.ROOT);
          case MARKS -> line(answer);
        };
    return switch (style) {
      case PROSE -> oneOf(said.replaceFirst("\\.$", ""), STOP, CONTINUE);
      case MARKS -> oneOf(said, "1", "0");
    };
  }

  private static Optional<Boolean> oneOf(String said, String yes, String no) {
    return said.equals(yes) || said.equals(no) ? Optional.of(said.equals(yes)) : Optional.empty();
  }

  private static String line(String answer) {
    int end = answer.indexOf(Answer.END);
    return (end < 0 ? answer : answer.substring(0, end)).strip();
  }

  /** The value of the last line that begins with a label, whatever its case. */
  private static Optional<String> labelled(String answer, String label) {
    int end = answer.length();
    while (end >= 0) {
      int start = answer.lastIndexOf('\n', end - 1) + 1;
      String line = answer.substring(start, end).strip();
      if (line.regionMatches(true, 0, label, 0, label.length())) {
        return Optional.of(line.substring(label.length()).strip());
      }
      end = start - 1;
    }
    return Optional.empty();
  }

  static String of(Plan plan, Style style) {
    return switch (style) {
      case PROSE ->
          "%s %s\n%s %s\n%s %s"
              .formatted(SUB_GOAL, plan.subGoal(), TOOL, plan.tool(), CONTEXT, plan.context());
      case MARKS -> plan.tool() + PART + plan.subGoal() + PART + plan.context() + Answer.END;
    };
  }

  static String ofCommand(String command, Style style) {
    return switch (style) {
      case PROSE -> COMMAND + " " + command;
      case MARKS -> command + Answer.END;
    };
  }

  static String ofVerdict(boolean enough, Style style) {
    return switch (style) {
      case PROSE -> VERDICT + " " + (enough ? STOP : CONTINUE);
      case MARKS -> (enough ? "1" : "0") + Answer.END;
    };
  }
}
