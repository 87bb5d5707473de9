package org.galton.task.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;
import org.galton.task.judge.ChoiceJudge.Guess;
import org.galton.task.judge.answer.AnswerSearch;

/** The keys of a {@link ChoiceJudge}. */
public final class ChoiceJudgeKind implements JudgeKind<ChoiceJudge> {
  private static final String FROM_QUESTION = "choices";
  private static final String NO_GUESS = "none";
  private static final String ONE_OF_N = "1/n";

  private static final ValueType<Integer> LETTERS =
      new ValueType<>(
          "letters such as A-D, or choices", 0, List.of(FROM_QUESTION), ChoiceJudgeKind::letters);

  @Override
  public String name() {
    return "choice";
  }

  @Override
  public Class<ChoiceJudge> type() {
    return ChoiceJudge.class;
  }

  @Override
  public ChoiceJudge read(Section section) {
    int letters = section.value("letters", LETTERS, 0);
    String guess = section.value("guess", ValueType.word(List.of(NO_GUESS, ONE_OF_N)), NO_GUESS);
    AnswerSearch search = SearchKeys.read(section);
    return section.build(
        () ->
            new ChoiceJudge(letters, guess.equals(ONE_OF_N) ? Guess.UNIFORM : Guess.NONE, search));
  }

  @Override
  public Map<String, Object> written(ChoiceJudge judge) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(
        "letters",
        judge.letters() == 0 ? FROM_QUESTION : "A-" + (char) ('A' + judge.letters() - 1));
    keys.put("guess", judge.guess() == Guess.NONE ? NO_GUESS : ONE_OF_N);
    keys.putAll(SearchKeys.written(judge.search()));
    return keys;
  }

  private static Optional<Integer> letters(String text) {
    return text.equals(FROM_QUESTION)
        ? Optional.of(0)
        : Optional.of(text).filter(t -> t.matches("A-[B-Z]")).map(t -> t.charAt(2) - 'A' + 1);
  }
}
