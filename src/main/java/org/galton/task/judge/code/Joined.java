package org.galton.task.judge.code;

/** A program of which the prompt is the head. */
final class Joined {
  private Joined() {}

  /**
   * The prompt goes before the code; of one whose function the code defines itself, only what
   * stands before that function: imports, and what it calls.
   */
  static String of(String prompt, String entryPoint, String code) {
    if (!CodeLine.definesAtMargin(code, entryPoint)) {
      return prompt + code;
    }
    StringBuilder head = new StringBuilder();
    for (String line : prompt.split("\n", -1)) {
      if (CodeLine.definesAtMargin(line, entryPoint)) {
        break;
      }
      head.append(line).append('\n');
    }
    return head + code;
  }
}
