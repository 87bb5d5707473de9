package org.galton.study.playbook;

import org.galton.numerics.SplitMix64;
import org.galton.task.Prompt;

/**
 * Questions to roles, with their seeds. A seed depends on the study's, the role, the prompt and the
 * place, not on the arm: arms differ by their contexts alone.
 */
record RoleCalls(PlaybookSpec spec, Arm arm, ArmContext context) {

  /** A first answer, or with a lesson another one. */
  RoleCall answer(Prompt prompt, String lesson, String place) {
    return call(Role.GENERATOR, prompt, lesson, "", false, place);
  }

  RoleCall reflect(StepRollout rollout, String place) {
    return call(
        Role.REFLECTOR, rollout.prompt(), "", rollout.last().text(), !rollout.isWrong(), place);
  }

  RoleCall curate(StepRollout rollout, String place) {
    return call(
        Role.CURATOR,
        rollout.prompt(),
        rollout.lesson(),
        rollout.last().text(),
        !rollout.isWrong(),
        place);
  }

  RoleCall rewrite(Prompt first, String lessons, String place) {
    return call(Role.REWRITER, first, lessons, "", false, place);
  }

  private RoleCall call(
      Role role, Prompt prompt, String note, String attempt, boolean right, String place) {
    // A curator may add to headings that a generator is not shown.
    String shown = role == Role.CURATOR ? context.text() : context.shown();
    return new RoleCall(
        role,
        prompt,
        shown,
        arm == Arm.ACE,
        note,
        attempt,
        right,
        spec.budget(),
        SplitMix64.named(spec.seed(), role + " " + prompt.id() + " " + place).nextLong());
  }
}
