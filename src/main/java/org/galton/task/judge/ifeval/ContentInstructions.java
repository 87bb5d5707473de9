package org.galton.task.judge.ifeval;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Map;
import org.galton.task.judge.text.WordCharacters;

/** Parts that a response must have: placeholders and a postscript. */
final class ContentInstructions {
  private static final String BLANK = "[" + WordCharacters.BLANKS + "]?";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\[.*?\\]");

  private ContentInstructions() {}

  static Map<String, Instruction.Reader> all() {
    return Map.of(
        "detectable_content:number_placeholders", ContentInstructions::placeholders,
        "detectable_content:postscript", ContentInstructions::postscript);
  }

  private static Instruction placeholders(Arguments arguments) {
    int asked = arguments.count("num_placeholders");
    return response -> Found.count(PLACEHOLDER, response) >= asked;
  }

  private static Instruction postscript(Arguments arguments) {
    String name = "postscript_marker";
    String marker = WordCharacters.stripped(arguments.text(name));
    String expression =
        switch (marker) {
          case "P.S." -> "p\\." + BLANK + "s\\.";
          case "P.P.S" -> "p\\." + BLANK + "p\\." + BLANK + "s";
          default -> marker.toLowerCase(Locale.ROOT);
        };
    Pattern pattern = arguments.pattern(name, expression);
    return response -> Found.any(pattern, response.toLowerCase(Locale.ROOT));
  }
}
