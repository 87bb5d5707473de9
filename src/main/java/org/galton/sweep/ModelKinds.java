package org.galton.sweep;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.model.AdaptedModel;
import org.galton.model.llama.CheckpointSearch;
import org.galton.spec.InvalidInput;
import org.galton.spec.Kinds;
import org.galton.spec.ValueType;

/** The kinds of model that have a name; a checkpoint's folder has none. */
public final class ModelKinds {
  private static final Pattern NAMED = Pattern.compile("([a-z][a-z0-9-]*):[^/].*");
  private static final List<ModelKind> OWN =
      List.of(new BuiltinKind(), new EndpointKind(), new ScriptedKind(), new ServeKind());

  private ModelKinds() {}

  /** Galton's own kinds and those of the user's jars. */
  public static Kinds<ModelKind> all() {
    return Kinds.find(ModelKind.class, "kinds of model", OWN);
  }

  /**
   * The kind that a source names, nothing where it is of no kind or of one unknown. A checkpoint
   * with an adapter is of no kind, as a folder is.
   */
  public static Optional<ModelKind> of(String source) {
    int colon = source.indexOf(':');
    return colon < 0 || AdaptedModel.isOne(source)
        ? Optional.empty()
        : all().named(source.substring(0, colon));
  }

  /**
   * Refuses a source that a kind says can name no model; any other passes.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static void check(String source) {
    AdaptedModel.of(source).ifPresent(ModelKinds::requireCheckpoint);
    of(source).ifPresent(kind -> kind.check(source));
  }

  /**
   * Refuses an adapter beside what is no checkpoint.
   *
   * @throws IllegalArgumentException naming the base, or its kind
   */
  public static void requireCheckpoint(AdaptedModel model) {
    if (CheckpointSearch.isPattern(model.base())) {
      throw new IllegalArgumentException(
          "Invalid base '%s' of an adapter: expected one checkpoint, without *"
              .formatted(model.base()));
    }
    of(model.base())
        .filter(kind -> !(kind instanceof BuiltinKind))
        .ifPresent(
            kind -> {
              throw new IllegalArgumentException(
                  "Invalid model '%s': its base is of kind '%s', expected a checkpoint directory or a builtin: model"
                      .formatted(model.name(), kind.name()));
            });
  }

  /** Says why a source that is no folder names no model, where it looks as if it named a kind. */
  public static Optional<InvalidInput> unknown(String source) {
    Matcher named = NAMED.matcher(source);
    if (!named.matches()) {
      return Optional.empty();
    }
    List<String> names = all().names();
    return Optional.of(
        new InvalidInput(
            "Cannot read model %s: no such directory, and no kind of model is called '%s'%s; expected a Hugging Face checkpoint directory, or a name that begins with %s"
                .formatted(
                    source,
                    named.group(1),
                    ValueType.word(names).hint(named.group(1)),
                    String.join(":, ", names) + ":")));
  }
}
