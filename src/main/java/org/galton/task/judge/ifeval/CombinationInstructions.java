package org.galton.task.judge.ifeval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.galton.task.judge.text.WordCharacters;

/** Instructions about a response as a whole: its parts, its beginning and its end. */
final class CombinationInstructions {
  private CombinationInstructions() {}

  static Map<String, Instruction.Reader> all() {
    return Map.of(
        "combination:two_responses",
        arguments -> CombinationInstructions::isTwoResponses,
        "combination:repeat_prompt",
        CombinationInstructions::repeatPrompt,
        "startend:end_checker",
        CombinationInstructions::end,
        "startend:quotation",
        arguments -> CombinationInstructions::isQuoted);
  }

  private static boolean isTwoResponses(String response) {
    List<String> pieces = Found.pieces(response, "******");
    List<String> filled = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      String piece = WordCharacters.stripped(pieces.get(i));
      if (!piece.isEmpty()) {
        filled.add(piece);
      } else if (i > 0 && i < pieces.size() - 1) {
        return false;
      }
    }
    return filled.size() == 2 && !filled.get(0).equals(filled.get(1));
  }

  private static Instruction repeatPrompt(Arguments arguments) {
    String prompt = plain(arguments.text("prompt_to_repeat"));
    return response -> plain(response).startsWith(prompt);
  }

  private static Instruction end(Arguments arguments) {
    String phrase = plain(arguments.text("end_phrase"));
    return response -> {
      String text = plain(response);
      int end = text.length();
      while (end > 0 && text.charAt(end - 1) == '"') {
        end--;
      }
      int start = 0;
      while (start < end && text.charAt(start) == '"') {
        start++;
      }
      return text.substring(start, end).endsWith(phrase);
    };
  }

  private static boolean isQuoted(String response) {
    String text = WordCharacters.stripped(response);
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
  }

  private static String plain(String text) {
    return WordCharacters.stripped(text).toLowerCase(Locale.ROOT);
  }
}
