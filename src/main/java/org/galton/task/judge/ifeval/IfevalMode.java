package org.galton.task.judge.ifeval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galton.task.judge.text.WordCharacters;

/** Which texts of a completion may follow an instruction. */
public enum IfevalMode {
  /** The completion as it is. */
  STRICT,

  /** Also without its first line, its last, both; each also without asterisks. */
  LOOSE;

  /** None of them is blank. */
  Set<String> texts(String completion) {
    Set<String> texts = new LinkedHashSet<>();
    texts.add(completion);
    if (this == LOOSE) {
      List<String> lines = Found.pieces(completion, "\n");
      int last = lines.size() - 1;
      texts.add(joined(lines.subList(1, lines.size())));
      texts.add(joined(lines.subList(0, last)));
      texts.add(joined(lines.subList(Math.min(1, last), last)));
      List.copyOf(texts).forEach(text -> texts.add(text.replace("*", "")));
    }
    texts.removeIf(text -> WordCharacters.stripped(text).isEmpty());
    return texts;
  }

  private static String joined(List<String> lines) {
    return WordCharacters.stripped(String.join("\n", lines));
  }
}
