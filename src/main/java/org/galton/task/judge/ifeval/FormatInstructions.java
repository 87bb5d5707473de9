package org.galton.task.judge.ifeval;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import org.galton.task.judge.text.WordCharacters;

/** What a response looks like. */
final class FormatInstructions {
  private static final String BLANK = "[" + WordCharacters.BLANKS + "]";
  private static final Pattern STARRED_LINE = Pattern.compile("(?m)^" + BLANK + "*\\*[^*].*$");
  private static final Pattern DASHED_LINE = Pattern.compile("(?m)^" + BLANK + "*-.*$");
  private static final Pattern HIGHLIGHT = Pattern.compile("\\*[^\\n*]*\\*");
  private static final Pattern DOUBLE_HIGHLIGHT = Pattern.compile("\\*\\*[^\\n*]*\\*\\*");
  private static final Pattern TITLE = Pattern.compile("<<[^\\n]+>>");
  private static final List<String> RESPONSES =
      List.of("My answer is yes.", "My answer is no.", "My answer is maybe.");

  private FormatInstructions() {}

  static Map<String, Instruction.Reader> all() {
    return Map.of(
        "detectable_format:number_bullet_lists", FormatInstructions::bullets,
        "detectable_format:constrained_response", arguments -> FormatInstructions::isConstrained,
        "detectable_format:number_highlighted_sections", FormatInstructions::highlights,
        "detectable_format:multiple_sections", FormatInstructions::sections,
        "detectable_format:json_format", arguments -> PythonJson::isOneDocument,
        "detectable_format:title", arguments -> FormatInstructions::hasTitle,
        "punctuation:no_comma", arguments -> response -> response.indexOf(',') < 0);
  }

  private static Instruction bullets(Arguments arguments) {
    int asked = arguments.count("num_bullets");
    return response ->
        Found.count(STARRED_LINE, response) + Found.count(DASHED_LINE, response) == asked;
  }

  private static boolean isConstrained(String response) {
    return RESPONSES.stream().anyMatch(response::contains);
  }

  /** Content between double asterisks counts as one, between single ones as one, too. */
  private static Instruction highlights(Arguments arguments) {
    int asked = arguments.count("num_highlights");
    return response ->
        Found.count(HIGHLIGHT, response, FormatInstructions::hasContent)
                + Found.count(DOUBLE_HIGHLIGHT, response, FormatInstructions::hasContent)
            >= asked;
  }

  private static boolean hasContent(String highlight) {
    return !WordCharacters.stripped(highlight.replace("*", "")).isEmpty();
  }

  private static Instruction sections(Arguments arguments) {
    String name = "section_spliter";
    int asked = arguments.count("num_sections");
    Pattern splitter =
        arguments.casedPattern(
            name,
            BLANK + "?" + WordCharacters.stripped(arguments.text(name)) + BLANK + "?\\p{Nd}+");
    return response -> Found.count(splitter, response) >= asked;
  }

  private static boolean hasTitle(String response) {
    return Found.count(TITLE, response, FormatInstructions::hasText) > 0;
  }

  /** Between the brackets at both ends, however many. */
  private static boolean hasText(String title) {
    int start = 0;
    int end = title.length();
    while (start < end && title.charAt(start) == '<') {
      start++;
    }
    while (end > start && title.charAt(end - 1) == '>') {
      end--;
    }
    return !WordCharacters.stripped(title.substring(start, end)).isEmpty();
  }
}
