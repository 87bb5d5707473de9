package org.galton.task.judge.ifeval;

import java.util.Map;
import java.util.Optional;

/** Capital and small letters, and the language of a response. */
final class CaseInstructions {
  private static final String ENGLISH = "en";

  private CaseInstructions() {}

  static Map<String, Instruction.Reader> all() {
    return Map.of(
        "change_case:capital_word_frequency",
        CaseInstructions::capitalWords,
        "change_case:english_capital",
        arguments -> response -> CasedText.isUpper(response) && isIn(ENGLISH, response),
        "change_case:english_lowercase",
        arguments -> response -> CasedText.isLower(response) && isIn(ENGLISH, response),
        "language:response_language",
        CaseInstructions::language);
  }

  private static Instruction capitalWords(Arguments arguments) {
    Relation relation = arguments.relation("capital_relation");
    int asked = arguments.count("capital_frequency");
    return response ->
        relation.holds(
            (int) EnglishWords.of(response).stream().filter(CasedText::isUpper).count(), asked);
  }

  private static Instruction language(Arguments arguments) {
    String language = arguments.text("language");
    if (!ResponseLanguage.KNOWN.contains(language)) {
      throw arguments.invalid("language", "one of " + ResponseLanguage.KNOWN);
    }
    return response -> isIn(language, response);
  }

  /** Also where no language can be told. */
  private static boolean isIn(String language, String response) {
    Optional<String> detected = ResponseLanguage.of(response);
    return detected.isEmpty() || detected.get().equals(language);
  }
}
