package org.galton.environment.team;

import java.util.List;
import org.galton.environment.Tool;

/** What a role is asked in its turn. */
final class TeamWording {
  private TeamWording() {}

  static String of(TeamPlay play, TeamView view) {
    return switch (play.rules().style()) {
      case PROSE -> prose(play, view);
      case MARKS -> TeamMarks.line(view);
    };
  }

  private static String prose(TeamPlay play, TeamView view) {
    StringBuilder text = new StringBuilder();
    text.append(
        switch (view.role()) {
          case PLANNER ->
              "You plan how a question is answered with tools, one step at a time. Others carry your steps out.";
          case EXECUTOR -> "You write the argument that a tool is given, so that it serves a step.";
          case VERIFIER ->
              "You judge whether the steps so far are enough to answer a question, and whether they can be trusted.";
          case GENERATOR -> "You answer a question from the steps that were taken for it.";
          case TOOL -> throw new IllegalArgumentException("a tool is asked by its command");
        });
    text.append("\n\nQuestion: ").append(play.query().text()).append("\n\n");
    view.plan()
        .ifPresent(
            plan ->
                text.append("Sub-goal: ")
                    .append(plan.subGoal())
                    .append("\nContext: ")
                    .append(plan.context())
                    .append('\n')
                    .append(play.rules().tool(plan.tool()).map(TeamWording::described).orElse(""))
                    .append('\n'));
    if (view.role() == Role.PLANNER) {
      play.rules().tools().forEach(tool -> text.append(described(tool)));
      text.append('\n');
    }
    if (view.role() != Role.EXECUTOR) {
      text.append(steps(view.memory())).append('\n');
    }
    return text.append(
            switch (view.role()) {
              case PLANNER ->
                  "This is step %d of at most %d. Name the next sub-goal, the one tool that serves it, and all that the tool's user has to know. End with these three lines:\nSub-goal: …\nTool: …\nContext: …\n"
                      .formatted(play.turn(), play.rules().limit());
              case EXECUTOR -> "End with this line, the argument alone in it:\nCommand: …\n";
              case VERIFIER ->
                  "End with one of these lines, the first if the steps are enough:\nVerdict: STOP\nVerdict: CONTINUE\n";
              case GENERATOR -> play.query().form() + "\n";
              case TOOL -> "";
            })
        .toString();
  }

  private static String described(Tool tool) {
    return "Tool %s(%s): %s\n".formatted(tool.name(), tool.argument(), tool.meaning());
  }

  private static String steps(List<MemoryStep> memory) {
    if (memory.isEmpty()) {
      return "There were no steps so far.\n";
    }
    StringBuilder text = new StringBuilder("Steps so far:\n");
    int number = 0;
    for (MemoryStep step : memory) {
      text.append(++number)
          .append(". ")
          .append(step.tool().isEmpty() ? "no tool" : step.tool())
          .append('(')
          .append(step.command())
          .append("), sub-goal: ")
          .append(step.subGoal())
          .append(step.failed() ? "\n   Failed: " : "\n   Result: ")
          .append(step.result().replace("\n", "\n   "))
          .append('\n');
    }
    return text.toString();
  }
}
