package org.galton.task.judge.choice;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.task.judge.answer.AnswerHit;
import org.galton.task.judge.answer.AnswerPlace;
import org.galton.task.judge.answer.AnswerReader;
import org.galton.task.judge.answer.AnswerSearch;
import org.galton.task.judge.choice.LetterForm.Letter;

/** Reads the letter of an option in the places where a completion may have its answer. */
public final class ChoiceReader implements AnswerReader<Character> {
  private static final int MOST_WORDS = 6;
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(\\s*([A-Z])\\s*\\)");

  private final Options options;
  private final AnswerSearch search;
  private final LetterForm form;

  public ChoiceReader(Options options, AnswerSearch search) {
    this.options = options;
    this.search = search;
    this.form = new LetterForm(options, search);
  }

  @Override
  public Reading<Character> read(AnswerHit hit) {
    if (hit.place() == AnswerPlace.SPAN) {
      return new Passed<>();
    }
    String text = hit.place().isDelimited() ? hit.text() : firstLine(hit.text());
    Letter letter = hit.place() == AnswerPlace.LAST ? ofLast(text) : form.at(text);
    return switch (letter.said()) {
      case ONE -> new Taken<>(letter.letter());
      case SEVERAL -> new Unreadable<>();
      case NONE -> isRemark(text) ? new Passed<>() : new Unreadable<>();
    };
  }

  /** The line that is an option alone, or else the letters in brackets of the last line. */
  @Override
  public List<AnswerHit> last(String text) {
    List<AnswerHit> lines = new ArrayList<>();
    AnswerHit last = null;
    boolean follows = false;
    boolean listed = false;
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String line = text.substring(start, end);
      if (!line.isBlank()) {
        last = new AnswerHit(AnswerPlace.LAST, start, end, line);
        boolean option = form.line(line).isPresent();
        listed = option && follows;
        follows = option;
        if (option) {
          lines.add(last);
        }
      }
      start = end + 1;
    }
    if (last == null) {
      return List.of();
    }
    boolean alone =
        lines.stream().map(hit -> form.line(hit.text())).distinct().count() == 1
            || (follows && !listed);
    return alone ? lines.subList(lines.size() - 1, lines.size()) : inBrackets(last);
  }

  private List<AnswerHit> inBrackets(AnswerHit line) {
    List<AnswerHit> hits = new ArrayList<>();
    if (form.line(line.text()).isPresent()) {
      return hits;
    }
    Matcher letters = IN_BRACKETS.matcher(line.text());
    while (letters.find()) {
      if (options.letterOf(letters.group(1)).isPresent()) {
        hits.add(
            new AnswerHit(
                AnswerPlace.LAST,
                line.start() + letters.start(),
                line.start() + letters.end(),
                line.text().substring(letters.start())));
      }
    }
    return joined(hits, line) ? List.of() : hits;
  }

  /** Whether the last two are one list: "(B) or (C)". */
  private boolean joined(List<AnswerHit> hits, AnswerHit line) {
    return hits.size() > 1
        && form.at(line.text().substring(hits.get(hits.size() - 2).start() - line.start())).said()
            == LetterForm.Said.SEVERAL;
  }

  private Letter ofLast(String text) {
    Optional<Character> alone = form.line(text);
    return alone
        .map(letter -> new Letter(LetterForm.Said.ONE, letter))
        .orElseGet(() -> form.at(text));
  }

  private boolean isRemark(String text) {
    return search.isRemark(text) || text.split("\\s+", -1).length > MOST_WORDS;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
