package org.galton.study.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.galton.model.Completion;
import org.galton.playbook.BulletTag;
import org.galton.playbook.Operation;
import org.galton.playbook.Reply;
import org.galton.playbook.RolloutDelta;
import org.galton.playbook.UsedBullets;
import org.galton.study.playbook.row.PlaybookAnswerRow;
import org.galton.task.Prompt;

/** A prompt's way through a step: its answer, the rounds of reflection on it, the operations. */
final class StepRollout {
  private static final int LONGEST = 20_000;

  private final Prompt prompt;
  private final RoleReply first;
  private final List<BulletTag> tags = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private RoleReply last;
  private String lesson = "";
  private int rounds;

  StepRollout(Prompt prompt, RoleReply answer) {
    this.prompt = prompt;
    this.first = answer;
    this.last = answer;
    if (!answer.isThere()) {
      faults.add("generator: " + answer.fault());
    }
  }

  Prompt prompt() {
    return prompt;
  }

  /** What it was told last. */
  String lesson() {
    return lesson;
  }

  /** What the generator wrote last, after lessons. */
  RoleReply last() {
    return last;
  }

  /** Whether there is a verdict, so that there is something to reflect on. */
  boolean isJudged() {
    return first.right() != null;
  }

  /** Whether it was reflected on. */
  boolean isReflected() {
    return rounds > 0;
  }

  /** Whether another round of reflection may help. */
  boolean isWrong() {
    return last.right() != null && !last.right();
  }

  void reflected(RoleReply reply) {
    rounds++;
    if (!reply.isThere()) {
      faults.add("reflector: " + reply.fault());
      return;
    }
    Reply.Reflected reflected = Reply.reflected(reply.text());
    reflected.fault().ifPresent(fault -> faults.add("reflector: " + fault));
    tags.addAll(reflected.tags());
    lesson = reflected.lesson();
  }

  void tried(RoleReply reply) {
    if (reply.isThere()) {
      last = reply;
    } else {
      faults.add("generator: " + reply.fault());
    }
  }

  /** Returns operations that cannot be carried out. */
  int curated(RoleReply reply) {
    if (!reply.isThere()) {
      faults.add("curator: " + reply.fault());
      return 0;
    }
    Reply.Curated curated = Reply.curated(reply.text());
    curated.fault().ifPresent(fault -> faults.add("curator: " + fault));
    operations.addAll(curated.operations());
    return curated.ignored();
  }

  RolloutDelta delta() {
    return new RolloutDelta(prompt.id(), tags, operations);
  }

  /** Faults with the prompt's id. */
  List<String> namedFaults() {
    return faults.stream().map(fault -> prompt.id() + ": " + fault).toList();
  }

  PlaybookAnswerRow row(String run, Arm arm, Phase phase, int step) {
    String text = first.text();
    return new PlaybookAnswerRow(
        run,
        arm.label(),
        phase.label(),
        step,
        prompt.id(),
        first.right(),
        text.length() > LONGEST ? text.substring(0, LONGEST) : text,
        known(first.promptTokens()),
        known(first.completionTokens()),
        UsedBullets.read(text).ids(),
        rounds,
        lesson,
        tags.stream().map(tag -> tag.id() + " " + lower(tag)).toList(),
        operations.stream().map(Operation::words).toList(),
        faults);
  }

  private static String lower(BulletTag tag) {
    return tag.tag().name().toLowerCase(Locale.ROOT);
  }

  private static Integer known(int tokens) {
    return tokens == Completion.UNKNOWN ? null : (Integer) tokens;
  }
}
