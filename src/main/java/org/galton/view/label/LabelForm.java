package org.galton.view.label;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.galton.spec.InvalidInput;
import org.galton.view.web.Parameters;

/**
 * What a person fills in.
 *
 * @param label absent where there is none, or it is taken back
 * @param note empty for none
 */
public record LabelForm(Optional<HumanLabel> label, List<String> tags, String note) {
  /** In the form: without a label. */
  static final String NONE = "none";

  private static final int MOST_TAGS = 20;
  private static final int LONGEST_TAG = 60;
  private static final int LONGEST_NOTE = 10_000;

  /**
   * @throws InvalidInput when a field holds what cannot be kept
   */
  public static LabelForm of(Parameters form) {
    return new LabelForm(
        label(form.text("label")), tags(form.text("tags")), note(form.text("note")));
  }

  private static Optional<HumanLabel> label(String word) {
    Optional<HumanLabel> label = HumanLabel.of(word);
    if (label.isEmpty() && !word.equals(NONE)) {
      throw new InvalidInput(
          "Cannot label this: '%s' is no label; expected one of %s, %s"
              .formatted(word, String.join(", ", HumanLabel.words()), NONE));
    }
    return label;
  }

  private static List<String> tags(String text) {
    List<String> tags =
        Arrays.stream(text.split("[,\\r\\n]", -1))
            .map(String::strip)
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList();
    if (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
      throw new InvalidInput(
          "Cannot keep these tags: expected at most %d, each of at most %d characters, with commas between them"
              .formatted(MOST_TAGS, LONGEST_TAG));
    }
    return tags;
  }

  private static String note(String text) {
    String note = text.replace("\r\n", "\n").strip();
    if (note.length() > LONGEST_NOTE) {
      throw new InvalidInput(
          "Cannot keep this note: it has %d characters; expected at most %d"
              .formatted(note.length(), LONGEST_NOTE));
    }
    return note;
  }
}
