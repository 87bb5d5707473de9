package org.galton.task.judge.schema;

import java.util.Locale;
import java.util.Optional;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.Verifier;
import org.galton.task.judge.LastReference;
import org.galton.task.judge.TextAnswer;
import org.galton.task.judge.answer.Thoughts;

/**
 * The completion is one JSON document: right if it fits the schema that is the reference.
 *
 * @param fence whether the document may stand between Markdown's fences
 */
public record JsonSchemaJudge(Fence fence) implements Judge {
  private static final int SHOWN = 300;

  /** What is done with a fence around the document. */
  public enum Fence {
    ALLOWED,
    REFUSED
  }

  @Override
  public String scorer() {
    return "json-schema/1{fence=%s}".formatted(fence.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String expectedReference() {
    return "a JSON Schema of draft 2020-12 whose $ref stay inside and whose patterns are RE2";
  }

  @Override
  public boolean accepts(Prompt prompt) {
    try {
      CheckedSchema.of(prompt.reference());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public Verdict judge(Prompt prompt, String completion) {
    return verdict(CheckedSchema.of(prompt.reference()), completion);
  }

  @Override
  public Verifier verifier() {
    LastReference<CheckedSchema> schemas = new LastReference<>(CheckedSchema::of);
    return (prompt, completion) -> verdict(schemas.read(prompt.reference()), completion);
  }

  private Verdict verdict(CheckedSchema schema, String completion) {
    String said = Thoughts.without(completion);
    FencedText text = FencedText.of(said);
    String json = fence == Fence.ALLOWED ? text.inside() : said;
    Optional<JsonDocument> document = JsonDocument.of(json);
    if (document.isEmpty()) {
      return new Verdict("", false, false, 0, "", "not one JSON document within the bounds");
    }
    Optional<String> error = schema.firstError(document.get().value());
    return new Verdict(
        TextAnswer.narrow(document.get().canonical()),
        error.isEmpty(),
        false,
        error.isEmpty() ? 1 : 0,
        text.isFenced() ? "fence" : "whole",
        error.map(JsonSchemaJudge::shown).orElse("fits"));
  }

  private static String shown(String error) {
    return error.length() <= SHOWN ? error : error.substring(0, SHOWN - 1) + "…";
  }
}
