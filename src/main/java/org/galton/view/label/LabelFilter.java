package org.galton.view.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.spec.InvalidInput;
import org.galton.view.engine.BoundSql;
import org.galton.view.web.Parameters;

/** Rollouts by what people said of them. */
public final class LabelFilter {
  /** In addresses. */
  private static final String ANY = "any";

  private LabelFilter() {}

  /** Choices of a form. */
  public static List<String> words() {
    List<String> words = new ArrayList<>(HumanLabel.words());
    words.add(ANY);
    words.add(LabelForm.NONE);
    return words;
  }

  /**
   * Holds for rows of {@code rollouts r} that somebody, or the person named, has labelled so.
   *
   * @throws InvalidInput when the address asks for what is no label
   */
  public static Optional<BoundSql> of(Parameters parameters) {
    Optional<String> word = parameters.find("label");
    List<BoundSql> wanted = new ArrayList<>();
    word.map(LabelFilter::condition).ifPresent(wanted::add);
    parameters
        .find("labelled_by")
        .ifPresent(name -> wanted.add(BoundSql.of("l.labelled_by = ?", name)));
    parameters
        .find("tag")
        .ifPresent(tag -> wanted.add(BoundSql.of("list_contains(l.tags, ?)", tag)));
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    boolean none = word.filter(LabelForm.NONE::equals).isPresent();
    return Optional.of(
        BoundSql.of(none ? "NOT EXISTS" : "EXISTS")
            .then(
                "(SELECT 1 FROM labels l WHERE l.model = r.model AND l.task = r.task"
                    + " AND l.generation = r.generation AND l.prompt_id = r.prompt_id"
                    + " AND l.rollout_index = r.rollout_index AND")
            .then(BoundSql.all(wanted))
            .then(")"));
  }

  private static BoundSql condition(String word) {
    if (word.equals(ANY) || word.equals(LabelForm.NONE)) {
      return BoundSql.of("l.label IS NOT NULL");
    }
    return HumanLabel.of(word)
        .map(label -> BoundSql.of("l.label = ?", label.word()))
        .orElseThrow(
            () ->
                new InvalidInput(
                    "Cannot filter by label: '%s' is none; expected one of %s"
                        .formatted(word, String.join(", ", words()))));
  }
}
