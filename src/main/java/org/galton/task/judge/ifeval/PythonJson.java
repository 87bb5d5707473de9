package org.galton.task.judge.ifeval;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.galton.spec.text.GivenJson;
import org.galton.task.judge.text.WordCharacters;

/** JSON as Python's {@code json} reads it: names may repeat, NaN and Infinity are numbers. */
final class PythonJson {
  private static final JsonFactory FACTORY =
      GivenJson.factory(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);
  private static final Set<String> NAMED = Set.of("NaN", "Infinity", "-Infinity");
  private static final String FENCE = "```";
  private static final List<String> OPENING = List.of("```json", "```Json", "```JSON", FENCE);

  private PythonJson() {}

  /** Whether the response is one document, in a fence or without. */
  static boolean isOneDocument(String response) {
    String text = WordCharacters.stripped(response);
    for (String fence : OPENING) {
      text = text.startsWith(fence) ? text.substring(fence.length()) : text;
    }
    text = text.endsWith(FENCE) ? text.substring(0, text.length() - FENCE.length()) : text;
    try (JsonParser parser = FACTORY.createParser(WordCharacters.stripped(text))) {
      int values = 0;
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        values += depth == 0 ? 1 : 0;
        if (token == JsonToken.VALUE_NUMBER_FLOAT && isOtherName(parser.getText())) {
          return false;
        }
      }
      return values == 1;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isOtherName(String number) {
    return Character.isLetter(number.charAt(number.length() - 1)) && !NAMED.contains(number);
  }
}
