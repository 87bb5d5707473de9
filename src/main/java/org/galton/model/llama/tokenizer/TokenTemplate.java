package org.galton.model.llama.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A post-processor of type TemplateProcessing: the sequences and special tokens that make a text's
 * ids. The native tokenizer looks for each without asking whether it is there.
 */
final class TokenTemplate {
  private static final int MOST_PIECES = 100;
  private static final int MOST_TEXT_BYTES = 4_000;

  private TokenTemplate() {}

  /** The ids of its tokens. */
  static List<JsonPlace> ids(JsonPlace part) {
    part.object("type", "single", "pair", "special_tokens");
    List<JsonPlace> all = new ArrayList<>();
    JsonPlace tokens = part.at("special_tokens");
    if (!tokens.node().isObject()) {
      throw tokens.invalid("an object");
    }
    for (String name : (Iterable<String>) () -> tokens.node().fieldNames()) {
      JsonPlace token = tokens.at(name).object("id", "ids", "tokens");
      token.at("id").text(MOST_TEXT_BYTES);
      List<JsonPlace> ids = token.at("ids").items();
      List<JsonPlace> texts = token.at("tokens").items();
      if (ids.size() != texts.size() || ids.size() > MOST_PIECES) {
        throw token.invalid(
            "has %d ids and %d tokens".formatted(ids.size(), texts.size()),
            "as many ids as tokens, and at most " + MOST_PIECES);
      }
      all.addAll(ids);
      texts.forEach(text -> text.text(MOST_TEXT_BYTES));
    }
    pieces(part.at("single"), tokens, List.of("A"));
    pieces(part.at("pair"), tokens, List.of("A", "B"));
    return all;
  }

  private static void pieces(JsonPlace template, JsonPlace tokens, List<String> expected) {
    List<String> sequences = new ArrayList<>();
    List<JsonPlace> pieces = template.items();
    if (pieces.size() > MOST_PIECES) {
      throw template.invalid("has %,d pieces".formatted(pieces.size()), "at most " + MOST_PIECES);
    }
    for (JsonPlace piece : pieces) {
      boolean sequence = piece.object("Sequence?", "SpecialToken?").node().has("Sequence");
      if (piece.node().size() != 1) {
        throw piece.invalid("one of Sequence and SpecialToken");
      }
      JsonPlace value = piece.at(sequence ? "Sequence" : "SpecialToken").object("id", "type_id");
      value.at("type_id").whole(0, Integer.MAX_VALUE);
      String id = value.at("id").text(MOST_TEXT_BYTES);
      if (sequence) {
        sequences.add(id);
      } else if (!tokens.node().has(id)) {
        throw value.at("id").invalid("a name of " + tokens.path());
      }
    }
    if (!Set.copyOf(sequences).equals(Set.copyOf(expected))
        || sequences.size() != expected.size()) {
      throw template.invalid(
          "has the sequences " + sequences, "each of " + expected + " once and no other");
    }
  }
}
