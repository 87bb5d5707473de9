package org.galton.task.judge.value;

import java.util.List;
import java.util.Optional;
import org.galton.task.judge.answer.AnswerHit;
import org.galton.task.judge.answer.AnswerPlace;
import org.galton.task.judge.answer.AnswerReader;
import org.galton.task.judge.answer.AnswerSearch;
import org.galton.task.judge.math.MathAnswer;
import org.galton.task.judge.math.MathNotation;

/** Reads values in the places where a completion may have its answer. */
public final class ValueReader implements AnswerReader<ReadValue> {
  /** Words of an answer in words: more of them are a sentence about it. */
  private static final int MOST_WORDS = 6;

  private final AnswerSearch search;
  private final ValueScope scope;
  private final boolean inWords;
  private final ValueGrammar grammar;
  private final LastExpressions expressions;

  /**
   * @param reference decides how the answer's commas, letters and equations are read
   */
  public ValueReader(
      MathAnswer reference,
      String referenceText,
      MathNotation notation,
      AnswerSearch search,
      ValueScope scope) {
    this.search = search;
    this.scope = scope;
    this.inWords = reference.isText();
    this.grammar =
        new ValueGrammar(
            notation,
            search,
            Relations.isIn(referenceText)
                ? ValueGrammar.Equations.KEPT
                : ValueGrammar.Equations.SOLVED);
    this.expressions = new LastExpressions(grammar, scope);
  }

  @Override
  public Reading<ReadValue> read(AnswerHit hit) {
    if (hit.place() == AnswerPlace.LAST) {
      return last(hit);
    }
    String text =
        hit.place().isDelimited() ? ValueText.content(hit.text()) : ValueText.sentence(hit.text());
    Optional<ValueGrammar.Value> value = grammar.first(text);
    if (value.isEmpty()) {
      return words(hit, text);
    }
    if (hit.place() == AnswerPlace.SPAN && ValueGrammar.isName(value.get().text())) {
      return new Passed<>();
    }
    return taken(value.get());
  }

  @Override
  public List<AnswerHit> last(String text) {
    return inWords ? LastLine.of(text) : expressions.of(text);
  }

  private Reading<ReadValue> last(AnswerHit hit) {
    return inWords
        ? new Taken<>(
            new ReadValue(
                grammar
                    .first(hit.text())
                    .map(ValueGrammar.Value::answer)
                    .orElseGet(() -> MathAnswer.text(hit.text())),
                hit.text()))
        : grammar.first(hit.text()).map(this::taken).orElseGet(Unreadable::new);
  }

  private Reading<ReadValue> taken(ValueGrammar.Value value) {
    return scope == ValueScope.CONSTANTS && !value.answer().isNumber()
        ? new Unreadable<>()
        : new Taken<>(new ReadValue(value.answer(), value.text()));
  }

  /** An answer in words is one, and right only where the reference is in the same words. */
  private Reading<ReadValue> words(AnswerHit hit, String text) {
    boolean announced = !hit.place().isDelimited() && hit.place() != AnswerPlace.MARKER;
    if (announced && (search.isRemark(text) || text.split("\\s+", -1).length > MOST_WORDS)) {
      return new Passed<>();
    }
    return scope == ValueScope.CONSTANTS || (hit.place() == AnswerPlace.SPAN && !inWords)
        ? new Unreadable<>()
        : new Taken<>(new ReadValue(MathAnswer.text(text), text));
  }
}
