package org.galton.environment.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a role is asked in one line: a word for the role, who asks, the question's marks and the
 * memory, and {@code =}.
 *
 * <pre>
 *  plan arithmetic/easy calculator,search 12*7=
 *  run arithmetic/easy 12*7|calculator:ask:12*7=
 *  check arithmetic/easy 12*7|calculator:ask:12*7&gt;84=
 *  say arithmetic/easy 12*7|calculator:ask:12*7&gt;84=
 * </pre>
 *
 * <p>A step of the memory is {@code |tool:sub-goal:command>result}, a failed one {@code
 * |tool:sub-goal:command!reason}, of at most {@value #LONGEST_STEP} characters. Of many steps the
 * last {@value #MOST_STEPS} are shown.
 */
public final class TeamMarks {
  private static final int LONGEST_STEP = 400;
  private static final int MOST_STEPS = 10;
  private static final char ACT = '=';
  private static final Map<Role, String> WORDS =
      Map.of(
          Role.PLANNER, "plan",
          Role.EXECUTOR, "run",
          Role.VERIFIER, "check",
          Role.GENERATOR, "say");

  private TeamMarks() {}

  static String line(TeamView view) {
    StringBuilder line = new StringBuilder(WORDS.get(view.role()));
    line.append(' ').append(view.name()).append(' ');
    if (view.role() == Role.PLANNER) {
      line.append(String.join(",", view.tools())).append(' ');
    }
    line.append(view.marks());
    view.plan()
        .ifPresent(
            plan ->
                line.append('|')
                    .append(part(plan.tool()))
                    .append(':')
                    .append(part(plan.subGoal()))
                    .append(':')
                    .append(part(plan.context())));
    List<MemoryStep> memory = view.memory();
    memory.subList(Math.max(0, memory.size() - MOST_STEPS), memory.size()).stream()
        .map(TeamMarks::step)
        .forEach(line::append);
    return line.append(ACT).toString();
  }

  private static String step(MemoryStep step) {
    String text =
        "%s:%s:%s%s%s"
            .formatted(
                part(step.tool()),
                part(step.subGoal()),
                part(step.command()),
                step.failed() ? "!" : ">",
                plain(step.result()));
    return "|" + text.substring(0, Math.min(LONGEST_STEP, text.length()));
  }

  /** Without what divides a step. */
  private static String part(String text) {
    return plain(text).replace(':', ',').replace('>', ',').replace('!', ',');
  }

  /** In printable ASCII without what divides a line. */
  public static String plain(String text) {
    return text.replaceAll("[^ -~]", " ").replace('=', '~').replace(';', ',').replace('|', '/');
  }

  /** Reads what {@link #line} wrote; empty where it is something else. */
  public static Optional<TeamView> read(String line) {
    int end = line.length() - 1;
    if (end < 0 || line.charAt(end) != ACT) {
      return Optional.empty();
    }
    String[] parts = line.substring(0, end).split("\\|", -1);
    String[] words = parts[0].split(" ", 3);
    Optional<Role> role =
        Role.PLAYED.stream().filter(one -> words[0].equals(WORDS.get(one))).findFirst();
    if (role.isEmpty() || words.length < 3) {
      return Optional.empty();
    }
    String marks = words[2];
    List<String> tools = List.of();
    if (role.get() == Role.PLANNER) {
      int blank = marks.indexOf(' ');
      if (blank < 0) {
        return Optional.empty();
      }
      tools = List.of(marks.substring(0, blank).split(","));
      marks = marks.substring(blank + 1);
    }
    if (role.get() == Role.EXECUTOR) {
      String[] plan = parts.length == 2 ? parts[1].split(":", 3) : new String[0];
      return plan.length < 3
          ? Optional.empty()
          : Optional.of(
              new TeamView(
                  role.get(),
                  words[1],
                  marks,
                  tools,
                  List.of(),
                  Optional.of(new Plan(plan[1], plan[0], plan[2]))));
    }
    List<MemoryStep> memory = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      Optional<MemoryStep> step = readStep(parts[i]);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      memory.add(step.get());
    }
    return Optional.of(new TeamView(role.get(), words[1], marks, tools, memory, Optional.empty()));
  }

  private static Optional<MemoryStep> readStep(String text) {
    int told = text.indexOf('>');
    int failed = text.indexOf('!');
    boolean isFailed = failed >= 0 && (told < 0 || failed < told);
    int result = isFailed ? failed : told;
    String[] parts = text.substring(0, Math.max(0, result)).split(":", 3);
    return result < 0 || parts.length < 3
        ? Optional.empty()
        : Optional.of(
            new MemoryStep(parts[0], parts[1], parts[2], text.substring(result + 1), isFailed));
  }
}
