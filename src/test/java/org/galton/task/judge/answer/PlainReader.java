package org.galton.task.judge.answer;

import java.util.List;

/** Reads whole numbers, and the last number of a text. */
final class PlainReader implements AnswerReader<String> {
  /** Place and number, or why there is none. */
  static String find(AnswerSearch search, String completion) {
    FoundAnswer<String> found = search.in(completion, new PlainReader());
    if (found instanceof FoundAnswer.Found<String> answer) {
      return answer.hit().place().shown() + " " + answer.answer();
    }
    return found instanceof FoundAnswer.Declined<String> ? "declined" : "none";
  }

  static String find(String completion) {
    return find(AnswerSearch.withDefaults(), completion);
  }

  @Override
  public Reading<String> read(AnswerHit hit) {
    String number = hit.text().replaceAll("(?s)^\\D*?([-\\d][\\d, ]*\\d|\\d).*", "$1");
    return number.equals(hit.text()) && !number.matches("[-\\d, ]+")
        ? new Passed<>()
        : new Taken<>(number);
  }

  @Override
  public List<AnswerHit> last(String text) {
    int end = text.length();
    while (end > 0 && !Character.isDigit(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
      start--;
    }
    return end == 0
        ? List.of()
        : List.of(new AnswerHit(AnswerPlace.LAST, start, end, text.substring(start, end)));
  }
}
