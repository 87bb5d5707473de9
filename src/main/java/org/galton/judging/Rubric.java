package org.galton.judging;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.galton.task.Judgement;
import org.galton.task.Prompt;

/** What a judging model is asked about a completion, and what follows from its grades. */
public sealed interface Rubric extends Serializable permits Grading, Comparing {
  String QUESTION = "{question}";
  String REFERENCE = "{reference}";

  /** As {@code mode} of a spec has it. */
  String mode();

  /** The words around, with places to fill. */
  String template();

  GradeWords words();

  /**
   * What to ask; each text is asked as often as there are votes.
   *
   * @param fence stands before and after what the judged model wrote, and nowhere in it
   */
  List<String> questions(Prompt prompt, String answer, String fence);

  /**
   * @param grades the grade that most votes gave to each question; nothing where none has more than
   *     half of them
   * @param cost of all questions
   */
  Judgement judgement(String answer, List<Optional<String>> grades, Judgement.Cost cost);

  /** What was written, marked as data. */
  static String fenced(String text, String fence) {
    return "<%s>%n%s%n</%s>".formatted(fence, text.replace(fence, ""), fence).replace("\r\n", "\n");
  }

  static void check(String template, String place) {
    if (!template.contains(place)) {
      throw new IllegalArgumentException(
          "Invalid prompt '%s': expected a text with %s".formatted(template, place));
    }
  }
}
