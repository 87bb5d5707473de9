package org.galton.task.judge.code;

import java.util.List;
import java.util.Optional;
import org.galton.task.judge.answer.Thoughts;
import org.galton.task.judge.code.CodeReference.Asserts;
import org.galton.task.judge.code.CodeReference.FunctionTest;
import org.galton.task.judge.code.CodeReference.Solved;

/**
 * Finds the code in a completion: behind the thinking, the last fenced block that defines what the
 * tests call, else the last block. Without a block the text itself, cut where the stop texts of the
 * benchmark would have cut it.
 */
final class CodeSearch {
  /** Longer code is no answer. */
  static final int LONGEST = 100_000;

  private static final List<String> BEHIND_FUNCTION =
      List.of("\nclass ", "\ndef ", "\n#", "\nif ", "\nprint");
  private static final List<String> BEHIND_PROGRAM = List.of("\nif __name__", "\nprint(");

  private CodeSearch() {}

  /** Nothing where there is none, or more than is read. */
  static Optional<FoundCode> in(String completion, CodeReference reference) {
    String text = Thoughts.without(completion).replace("\r\n", "\n");
    return found(text, reference)
        .filter(code -> !code.text().isBlank() && code.text().length() <= LONGEST);
  }

  private static Optional<FoundCode> found(String text, CodeReference reference) {
    List<String> blocks = Fences.of(text);
    if (blocks.isEmpty()) {
      return Optional.of(unfenced(text, reference));
    }
    return blocks.stream()
        .filter(block -> isDefining(block, reference))
        .reduce((first, second) -> second)
        .map(block -> new FoundCode(block, "defining fence"))
        .or(() -> Optional.of(new FoundCode(blocks.get(blocks.size() - 1), "last fence")));
  }

  private static boolean isDefining(String block, CodeReference reference) {
    return !reference.entryPoint().isEmpty() && CodeLine.defines(block, reference.entryPoint());
  }

  private static FoundCode unfenced(String text, CodeReference reference) {
    if (reference instanceof FunctionTest || reference instanceof Solved) {
      return CodeLine.definesAtMargin(text, reference.entryPoint()) && !isContinuation(text)
          ? new FoundCode(program(text, reference.entryPoint()), "whole program")
          : new FoundCode(cut(text, 0, BEHIND_FUNCTION), "continuation");
    } else if (reference instanceof Asserts) {
      return new FoundCode(cut(text, 0, List.of("[DONE]")), "whole program");
    } else {
      return new FoundCode(text, "whole program");
    }
  }

  /** Whether the text goes on within a function that the prompt has begun. */
  private static boolean isContinuation(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(CodeLine::isIndented)
        .isPresent();
  }

  /** From the first line of code, up to what follows the entry point and tries it. */
  private static String program(String text, String entryPoint) {
    StringBuilder program = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (program.length() > 0 || CodeLine.begins(line)) {
        program.append(line).append('\n');
      }
    }
    String code = program.toString();
    int defined = Math.max(0, code.indexOf(entryPoint));
    return cut(code, defined, BEHIND_PROGRAM);
  }

  private static String cut(String text, int from, List<String> stops) {
    int end =
        stops.stream()
            .mapToInt(stop -> text.indexOf(stop, from))
            .filter(at -> at >= 0)
            .min()
            .orElse(text.length());
    return text.substring(0, end);
  }
}
