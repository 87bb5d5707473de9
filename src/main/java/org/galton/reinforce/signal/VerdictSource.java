package org.galton.reinforce.signal;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.galton.task.Judge;
import org.galton.task.Scorer;

/** Whose verdicts count: those that evaluations go by, or a poorer judge's. */
public sealed interface VerdictSource {

  /** The name of its verdicts on rollouts of a task, as table {@code scores} has it. */
  String scorer(Scorer task);

  /** The task's own. */
  record OfTask() implements VerdictSource {
    @Override
    public String scorer(Scorer task) {
      return task.scorer();
    }
  }

  /** Those of another judge, which compares with the references of the task's prompts. */
  record OfJudge(Judge judge) implements VerdictSource {
    @Override
    public String scorer(Scorer task) {
      return judge.scorer();
    }
  }

  /**
   * The task's own, but an answer is right only if all of it is of a form: a verifier that misses
   * correct answers in other forms, and never takes a wrong one for right.
   *
   * @param form in RE2's syntax, of answers as table {@code scores} has them
   */
  record OfForm(String form) implements VerdictSource {

    public OfForm {
      try {
        Pattern.compile(form);
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException(
            "Invalid form '%s': %s, expected an RE2 expression of whole answers"
                .formatted(form, e.getDescription()),
            e);
      }
    }

    @Override
    public String scorer(Scorer task) {
      return "form/1{form=" + form + ",of=" + task.scorer() + "}";
    }
  }
}
