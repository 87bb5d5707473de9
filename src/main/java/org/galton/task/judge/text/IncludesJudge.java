package org.galton.task.judge.text;

import java.util.List;
import java.util.stream.Collectors;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.judge.ExactJudge.LetterCase;
import org.galton.task.judge.TextAnswer;
import org.galton.task.judge.answer.Thoughts;

/**
 * Right if the completion contains the reference, or a text of its list. A completion that lists
 * every candidate is right by it.
 *
 * @param place whether the text must begin and end where words do
 * @param letterCase whether capital and small letters differ
 * @param wanted how many texts of the list the completion must contain
 */
public record IncludesJudge(Place place, LetterCase letterCase, Wanted wanted) implements Judge {

  /** Where a text may stand. */
  public enum Place {
    ANYWHERE,
    WHOLE_WORDS
  }

  /** How many texts of a list count. */
  public enum Wanted {
    ANY,
    ALL
  }

  /** Any of them, anywhere, in capital or small letters. */
  public static IncludesJudge withDefaults() {
    return new IncludesJudge(Place.ANYWHERE, LetterCase.IGNORED, Wanted.ANY);
  }

  @Override
  public String scorer() {
    return "includes/1{words=%s,ignore_case=%s,all=%s}"
        .formatted(
            place == Place.WHOLE_WORDS, letterCase == LetterCase.IGNORED, wanted == Wanted.ALL);
  }

  @Override
  public String expectedReference() {
    return "a text or a JSON list of texts, none of them blank";
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return TextReference.of(prompt.reference())
        .filter(TextReference::isPlain)
        .filter(reference -> reference.texts().stream().noneMatch(String::isBlank))
        .isPresent();
  }

  @Override
  public Verdict judge(Prompt prompt, String completion) {
    String said = Thoughts.without(completion);
    IncludedText text = IncludedText.of(IncludedText.normal(said, letterCase), place);
    List<String> searched =
        TextReference.of(prompt.reference()).orElseThrow().texts().stream()
            .map(item -> IncludedText.normal(item, letterCase))
            .distinct()
            .sorted()
            .toList();
    List<String> found = searched.stream().filter(text::contains).toList();
    boolean correct = wanted == Wanted.ALL ? found.size() == searched.size() : !found.isEmpty();
    String answer =
        found.isEmpty()
            ? "has none"
            : found.stream().collect(Collectors.joining("', '", "has '", "'"));
    return new Verdict(
        said.isBlank() ? "" : TextAnswer.narrow(answer),
        correct,
        false,
        correct ? 1 : 0,
        found.isEmpty() ? "" : "text",
        "contains " + found.size() + " of " + searched.size() + " texts");
  }
}
