package org.galton.study.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.numerics.SplitMix64;
import org.galton.playbook.BulletText;
import org.galton.playbook.UsedBullets;
import org.galton.spec.InvalidInput;
import org.galton.task.Prompt;
import org.galton.task.Task;
import org.galton.task.Verifier;

/**
 * Roles that follow rules of a known {@link Skill}, and see the reference of a prompt. They reply
 * in the words in which models are asked to, so that all that comes after is the same.
 */
final class CalibratedRoles {
  private static final String WRONG = "I do not know.";
  private static final String GARBAGE = "{\"operations\": [".repeat(1_000);
  private static final ObjectWords JSON = new ObjectWords();

  private final Skill skill;
  private final Task task;

  CalibratedRoles(Skill skill, Task task) {
    this.skill = skill;
    this.task = task;
  }

  RoleReply reply(RoleCall call) {
    return switch (call.role()) {
      case GENERATOR -> answer(call);
      case REFLECTOR -> RoleReply.of(reflection(call), null);
      case CURATOR -> RoleReply.of(operations(call), null);
      case REWRITER -> RoleReply.of(rewritten(call), null);
    };
  }

  /** The rule that a prompt wants: the same for all prompts of its class, and of no other. */
  String rule(Prompt prompt) {
    Map<String, String> attributes = new TreeMap<>(prompt.attributes());
    if (!skill.by().isEmpty()) {
      attributes.keySet().retainAll(skill.by());
    }
    String kind =
        attributes.entrySet().stream()
            .map(attribute -> attribute.getKey() + " " + attribute.getValue())
            .collect(Collectors.joining(", "));
    return BulletText.clean("For " + (kind.isEmpty() ? "every question" : kind) + ": its rule.");
  }

  private RoleReply answer(RoleCall call) {
    String rule = rule(call.prompt());
    boolean knows = call.context().contains(rule) || call.note().contains(rule);
    double chance = knows ? skill.known() : skill.base();
    String text = chance(call, "right") < chance ? right(call.prompt()) : WRONG;
    List<String> used = call.hasIds() ? idsOf(call.context(), rule) : List.of();
    try (Verifier verifier = task.verifier()) {
      return AnswerJudge.judged(
          verifier,
          call.prompt(),
          used.isEmpty() ? text : text + "\n" + UsedBullets.MARK + " " + String.join(", ", used),
          true,
          -1,
          -1);
    }
  }

  /**
   * An answer that the task takes for right.
   *
   * @throws InvalidInput when its reference, in any of some forms, is none
   */
  private String right(Prompt prompt) {
    return Stream.of(prompt.reference(), "answer=" + prompt.reference())
        .filter(text -> task.verify(prompt, text).correct())
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "Cannot let calibrated roles answer task '%s': its reference '%s' is not judged right; expected a task whose reference is an answer, such as arithmetic, or models as roles"
                        .formatted(
                            task.name(),
                            BulletText.clean(
                                prompt
                                    .reference()
                                    .substring(0, Math.min(60, prompt.reference().length()))))));
  }

  private static List<String> idsOf(String context, String rule) {
    return context
        .lines()
        .filter(line -> line.startsWith("[") && line.contains(rule))
        .map(line -> line.substring(1, line.indexOf(']')))
        .toList();
  }

  private String reflection(RoleCall call) {
    String lesson =
        call.right()
            ? "The answer is right."
            : chance(call, "finds") < skill.finds() ? rule(call.prompt()) : "No rule was found.";
    return JSON.reflection(
        lesson, UsedBullets.read(call.attempt()).ids(), call.right() ? "helpful" : "harmful");
  }

  private String operations(RoleCall call) {
    if (chance(call, "garbage") < skill.garbage()) {
      return GARBAGE;
    }
    String rule = rule(call.prompt());
    boolean isNew = call.note().contains(rule) && !call.context().contains(rule);
    return JSON.operations(isNew ? List.of(rule) : List.of());
  }

  /** The context's lines as far as they are remembered, and the rules among the lessons. */
  private String rewritten(RoleCall call) {
    if (chance(call, "garbage") < skill.garbage()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    call.context()
        .lines()
        .filter(line -> chance(call, "forgets " + line) >= skill.forgets())
        .forEach(lines::add);
    call.note()
        .lines()
        .filter(line -> line.startsWith("For ") && !lines.contains(line))
        .distinct()
        .forEach(lines::add);
    return lines.isEmpty() ? "There are no rules yet." : String.join("\n", lines);
  }

  private static double chance(RoleCall call, String what) {
    return SplitMix64.named(call.seed(), what).nextUnit();
  }
}
