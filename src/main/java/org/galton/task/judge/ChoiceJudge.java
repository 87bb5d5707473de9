package org.galton.task.judge;

import java.util.Optional;
import org.galton.numerics.Fnv1a;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.judge.answer.AnswerSearch;
import org.galton.task.judge.answer.FoundAnswer;
import org.galton.task.judge.answer.FoundAnswer.Absent;
import org.galton.task.judge.answer.FoundAnswer.Declined;
import org.galton.task.judge.answer.FoundAnswer.Found;
import org.galton.task.judge.choice.ChoiceReader;
import org.galton.task.judge.choice.Options;

/**
 * The letter of an option is the answer, or its whole text. A capital within a sentence is none,
 * and two letters are none.
 *
 * @param letters how many; 0 where each question lists its {@code choices}
 */
public record ChoiceJudge(int letters, Guess guess, AnswerSearch search) implements Judge {

  /** What counts where a completion has no answer. */
  public enum Guess {
    NONE,
    /** A letter that follows from a hash of the prompt's id and the completion. */
    UNIFORM
  }

  public static ChoiceJudge withDefaults() {
    return new ChoiceJudge(0, Guess.NONE, AnswerSearch.withDefaults());
  }

  @Override
  public String scorer() {
    return "choice/2{letters=%s,guess=%s,%s}"
        .formatted(
            letters == 0 ? Options.ATTRIBUTE : "A-" + (char) ('A' + letters - 1),
            guess == Guess.NONE ? "none" : "1/n",
            SearchKeys.scorer(search));
  }

  @Override
  public String expectedReference() {
    return letters == 0
        ? "a letter of the options, A for the first, and a key 'choices' with a list of 2 to 26 texts"
        : "a letter from A to " + (char) ('A' + letters - 1);
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return options(prompt)
        .flatMap(options -> options.letterOf(prompt.reference().strip()))
        .isPresent();
  }

  @Override
  public Verdict judge(Prompt prompt, String completion) {
    Options options =
        options(prompt)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Cannot judge a question without options: expected "
                            + expectedReference()));
    FoundAnswer<Character> found = search.in(completion, new ChoiceReader(options, search));
    if (found instanceof Found<Character> answer) {
      return verdict(prompt, options, answer.answer(), answer.hit().place().shown());
    }
    if (found instanceof Declined<Character> declined) {
      return new Verdict("", false, true, 0, declined.foundBy(), "declined to answer");
    }
    return guess == Guess.NONE
        ? new Verdict("", false, false, 0, "", ((Absent<Character>) found).reason())
        : verdict(prompt, options, guessed(prompt, options, completion), "guess");
  }

  private Optional<Options> options(Prompt prompt) {
    Optional<Options> listed =
        Optional.ofNullable(prompt.attributes().get(Options.ATTRIBUTE)).flatMap(Options::ofJson);
    return letters == 0
        ? listed
        : Optional.of(
            listed
                .filter(options -> options.count() == letters)
                .orElseGet(() -> Options.ofCount(letters)));
  }

  private static char guessed(Prompt prompt, Options options, String completion) {
    long hash = Fnv1a.mixed(prompt.id() + "\n" + completion);
    return options.letter((int) Long.remainderUnsigned(hash, options.count()));
  }

  private static Verdict verdict(Prompt prompt, Options options, char letter, String foundBy) {
    boolean correct =
        options.letterOf(prompt.reference().strip()).filter(right -> right == letter).isPresent();
    String detail = "option %s of A to %s".formatted(letter, options.letter(options.count() - 1));
    return new Verdict(String.valueOf(letter), correct, false, correct ? 1 : 0, foundBy, detail);
  }
}
