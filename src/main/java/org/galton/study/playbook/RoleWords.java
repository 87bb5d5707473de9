package org.galton.study.playbook;

import org.galton.playbook.UsedBullets;

/** What models are asked in each role. */
final class RoleWords {
  /** Of an attempt, a lesson or a question inside of another role's prompt, in characters. */
  private static final int LONGEST = 8_000;

  private RoleWords() {}

  /** Without a context and a note a generator is given the task's prompt as it is. */
  static String of(RoleCall call) {
    return switch (call.role()) {
      case GENERATOR -> generator(call);
      case REFLECTOR -> reflector(call);
      case CURATOR -> curator(call);
      case REWRITER -> rewriter(call);
    };
  }

  /** The question comes last, for models that continue texts. */
  private static String generator(RoleCall call) {
    StringBuilder words = new StringBuilder();
    if (!call.context().isEmpty()) {
      words.append("Rules from earlier questions. Use those that fit.\n\n");
      words.append(call.context()).append("\n\n");
      if (call.hasIds()) {
        words
            .append(
                "After your answer, write one last line with the ids of the rules that you used, such as '")
            .append(UsedBullets.MARK)
            .append(" misc-00001, calc-00002'.\n\n");
      }
    }
    if (!call.note().isEmpty()) {
      words.append("Your last answer to this question was wrong. A lesson from it:\n");
      words.append(cut(call.note())).append("\n\n");
    }
    return words.append(call.prompt().text()).toString();
  }

  private static String reflector(RoleCall call) {
    return """
        You study answers to questions, so that the next ones are better.

        The question:
        %s

        Rules that were given with it:
        %s

        The answer, which is %s:
        %s

        %s
        Reply with one JSON object and nothing else:
        {"lesson": "one rule that helps with such questions", "tags": [{"id": "misc-00001", "tag": "helpful"}]}
        Tag the rules that the answer used as helpful, harmful or neutral.
        """
        .formatted(
            cut(call.prompt().text()),
            call.context().isEmpty() ? "(none)" : call.context(),
            call.right() ? "right" : "wrong",
            cut(call.attempt()),
            call.right() ? "" : "The right answer is: " + cut(call.prompt().reference()) + "\n");
  }

  private static String curator(RoleCall call) {
    return """
        You keep a playbook of short rules for answering questions. It may have at most %d tokens.

        The playbook:
        %s

        A lesson from a question that was answered %s:
        %s

        Reply with one JSON object and nothing else:
        {"operations": [{"type": "ADD", "section": "OTHERS", "content": "the rule"}]}
        Operations: ADD with section and content, for what the playbook does not say yet; UPDATE with id and content; MERGE with ids and content; DELETE with id. An empty list changes nothing.
        """
        .formatted(
            call.budget(),
            call.context().isEmpty() ? "(empty)" : call.context(),
            call.right() ? "right" : "wrong",
            cut(call.note()));
  }

  private static String rewriter(RoleCall call) {
    return """
        You keep a text of rules for answering questions. It may have at most %d tokens.

        The text:
        %s

        Lessons from the last questions:
        %s

        Write the whole text anew, with all that is worth keeping and the new lessons. Reply with the text and nothing else.
        """
        .formatted(
            call.budget(), call.context().isEmpty() ? "(empty)" : call.context(), call.note());
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
