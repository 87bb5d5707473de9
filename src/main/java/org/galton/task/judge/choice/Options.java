package org.galton.task.judge.choice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The options of a question: A, B and so on.
 *
 * @param texts normal; empty for an option whose text is not known
 */
public record Options(List<String> texts) {
  /** The question's key that lists them. */
  public static final String ATTRIBUTE = "choices";

  private static final int MOST = 26;
  private static final ObjectMapper JSON = new ObjectMapper();

  public Options {
    texts = List.copyOf(texts);
  }

  /** Letters whose texts are not known. */
  public static Options ofCount(int count) {
    return new Options(IntStream.range(0, count).mapToObj(i -> "").toList());
  }

  /** From the text of a JSON list of 2 to 26 texts or numbers; empty where it is none. */
  public static Optional<Options> ofJson(String json) {
    try {
      JsonNode list = JSON.readTree(json);
      if (list == null || !list.isArray() || list.size() < 2 || list.size() > MOST) {
        return Optional.empty();
      }
      List<String> texts = new ArrayList<>();
      list.forEach(option -> texts.add(OptionText.normal(option.asText())));
      return Optional.of(new Options(texts));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  public int count() {
    return texts.size();
  }

  public char letter(int index) {
    return (char) ('A' + index);
  }

  /** The letter that a text is, small or capital; empty where it is none of the options. */
  public Optional<Character> letterOf(String text) {
    if (text.length() != 1) {
      return Optional.empty();
    }
    char letter = Character.toUpperCase(text.charAt(0));
    return letter >= 'A' && letter < 'A' + count() ? Optional.of(letter) : Optional.empty();
  }

  /** The letter of the only option that has a text. */
  Optional<Character> withText(String text) {
    String normal = OptionText.normal(text);
    int index = texts.indexOf(normal);
    return normal.isEmpty() || index < 0 || index != texts.lastIndexOf(normal)
        ? Optional.empty()
        : Optional.of(letter(index));
  }

  boolean hasText(char letter, String text) {
    String normal = OptionText.normal(text);
    return !normal.isEmpty() && texts.get(letter - 'A').equals(normal);
  }
}
