package org.galton.judging;

import java.util.List;
import java.util.Optional;
import org.galton.model.Sampling;
import org.galton.model.source.Checkpoints;
import org.galton.model.source.ModelLoader;
import org.galton.table.store.Fingerprint;
import org.galton.task.OpeningJudge;
import org.galton.task.Prompt;
import org.galton.task.Verifier;

/**
 * A model is the judge: it is shown the question, the reference and the answer, and says a word
 * that is found by {@link GradeWords}. With several votes the grade that more than half of them
 * give counts; without one the rollout is unscored. What precedes the answer as thinking is not
 * shown, and of the answer its last 4,000 characters.
 *
 * @param model as a spec names it: a checkpoint, {@code builtin:…} or {@code endpoint:…}
 * @param digest of that model, so that another model under the same name is another judge
 * @param votes asked of each question, an odd number
 * @param version raised by the user to have everything judged again
 */
public record ModelJudge(
    String model,
    String digest,
    Rubric rubric,
    int votes,
    Sampling sampling,
    int version,
    ModelLoader models)
    implements OpeningJudge {
  private static final int DIGEST_BYTES = 8;

  public ModelJudge {
    if (votes % 2 == 0) {
      throw new IllegalArgumentException(
          "Invalid votes %d: expected an odd number, so that one grade can have more than half"
              .formatted(votes));
    }
    if (votes > 1 && sampling.temperature() == 0) {
      throw new IllegalArgumentException(
          "Invalid votes %d at temperature 0: all would be the same; expected a temperature above 0"
              .formatted(votes));
    }
  }

  ModelJudge(
      String model, String digest, Rubric rubric, int votes, Sampling sampling, int version) {
    this(model, digest, rubric, votes, sampling, version, new Checkpoints());
  }

  @Override
  public String scorer() {
    return "model/%d{%s,digest=%s,mode=%s,prompt=%s,votes=%d,temperature=%s,max_tokens=%d}"
        .formatted(
            version,
            model,
            digest.substring(0, Math.min(digest.length(), 2 * DIGEST_BYTES)),
            rubric.mode(),
            Fingerprint.of(List.of(rubric.template())).hex(DIGEST_BYTES),
            votes,
            sampling.temperature(),
            sampling.maxTokens());
  }

  @Override
  public String expectedReference() {
    return "a text";
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return true;
  }

  @Override
  public Verifier verifier() {
    return new ModelVerifier(this);
  }

  /** A server may be down, or refuse; a checkpoint may not be there. */
  @Override
  public boolean isTriedFirst() {
    return true;
  }

  @Override
  public Optional<String> judgingModel() {
    return Optional.of(digest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelJudge judge
        && model.equals(judge.model)
        && digest.equals(judge.digest)
        && rubric.equals(judge.rubric)
        && votes == judge.votes
        && sampling.equals(judge.sampling)
        && version == judge.version;
  }

  @Override
  public int hashCode() {
    return scorer().hashCode();
  }
}
