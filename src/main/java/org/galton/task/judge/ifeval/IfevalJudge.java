package org.galton.task.judge.ifeval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.Verifier;
import org.galton.task.judge.LastReference;
import org.galton.task.judge.TextAnswer;
import org.galton.task.judge.answer.Thoughts;

/**
 * Checks the instructions that the reference lists: right if all are followed, and the reward is
 * the share of those that are. The answer says which, by their places in the list.
 */
public record IfevalJudge(IfevalMode mode) implements Judge {
  private static final int MOST_DETAIL = 300;

  @Override
  public String scorer() {
    return "ifeval/1{mode=%s}".formatted(mode.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String expectedReference() {
    return "{\"instruction_id_list\": […], \"kwargs\": […]}: ids of IFEval, and for each an object"
        + " with the arguments that it needs";
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return IfevalReference.of(prompt.reference()).isPresent();
  }

  @Override
  public Verdict judge(Prompt prompt, String completion) {
    return verdict(read(prompt.reference()), completion);
  }

  @Override
  public Verifier verifier() {
    LastReference<IfevalReference> references = new LastReference<>(IfevalJudge::read);
    return (prompt, completion) -> verdict(references.read(prompt.reference()), completion);
  }

  private static IfevalReference read(String reference) {
    return IfevalReference.of(reference).orElseThrow();
  }

  private Verdict verdict(IfevalReference reference, String completion) {
    Set<String> texts = mode.texts(Thoughts.without(completion));
    List<IfevalReference.Given> instructions = reference.instructions();
    List<String> followed = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (int i = 0; i < instructions.size(); i++) {
      if (texts.stream().anyMatch(instructions.get(i).instruction()::isFollowedBy)) {
        followed.add(String.valueOf(i + 1));
      } else {
        others.add(instructions.get(i).id());
      }
    }
    String answer = followed.isEmpty() ? "follows none" : "follows " + String.join(",", followed);
    boolean correct = others.isEmpty();
    return new Verdict(
        texts.isEmpty() ? "" : TextAnswer.narrow(answer),
        correct,
        false,
        (double) followed.size() / instructions.size(),
        "",
        detail(followed.size(), instructions.size(), others));
  }

  /** Begins with the counts, of which instruction-level figures are sums. */
  private static String detail(int followed, int all, List<String> others) {
    String counts = followed + " of " + all + " followed";
    String detail = others.isEmpty() ? counts : counts + ", not " + String.join(", ", others);
    return detail.length() <= MOST_DETAIL ? detail : detail.substring(0, MOST_DETAIL - 1) + "…";
  }
}
