package org.galton.study.playbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galton.task.Prompt;

/**
 * Measures contexts that do not change on the test prompts. Answers depend on the context's text
 * and the prompt, so those to a text that was asked before are known.
 */
final class TestPrompts {
  private final PlaybookSpec spec;
  private final Asking asking;
  private final List<Prompt> prompts;
  private final Map<String, List<RoleReply>> known = new HashMap<>();

  TestPrompts(PlaybookSpec spec, Asking asking, List<Prompt> prompts) {
    this.spec = spec;
    this.asking = asking;
    this.prompts = List.copyOf(prompts);
  }

  List<StepRollout> answers(Arm arm, ArmContext context) {
    String shown = context.shown();
    RoleCalls calls = new RoleCalls(spec, arm, context);
    List<RoleReply> replies =
        known.computeIfAbsent(
            shown.isEmpty() ? "" : arm + "\n" + shown,
            text ->
                asking.ask(
                    prompts.stream().map(prompt -> calls.answer(prompt, "", "test")).toList()));
    List<StepRollout> answers = new ArrayList<>();
    for (int i = 0; i < prompts.size(); i++) {
      answers.add(new StepRollout(prompts.get(i), replies.get(i)));
    }
    return answers;
  }
}
