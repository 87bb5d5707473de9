package org.galton.model.llama.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** {@code model} of a {@code tokenizer.json}: what the native tokenizer assumes of it. */
final class TokenizerModel {
  private static final int MOST_AFFIX_BYTES = 64;
  // The native tokenizer keeps a table of about 300 bytes for each.
  private static final int MOST_PREFIXES = 5_000_000;

  private final TokenizerFile file;
  private final JsonPlace model;

  TokenizerModel(TokenizerFile file) {
    this.file = file;
    this.model = file.place().at("model");
  }

  void check() {
    if (model.absent()) {
      throw model.invalid("an object");
    }
    String type = type();
    if (file.isList() != type.equals("Unigram")) {
      throw model
          .at("vocab")
          .invalid(
              file.isList() ? "is a list" : "is an object",
              (file.isList() ? "an object" : "a list") + " with type " + type);
    }
    if (file.hasMerges() != type.equals("BPE")) {
      throw model
          .at("merges")
          .invalid(
              file.hasMerges() ? "is there" : "is missing",
              (file.hasMerges() ? "none" : "a list") + " with type " + type);
    }
    switch (type) {
      case "BPE" -> bytePairs();
      case "WordPiece" -> {
        model.object("type?", "unk_token", "continuing_subword_prefix", "max_input_chars_per_word");
        unknown(true);
        affix("continuing_subword_prefix");
        model.at("max_input_chars_per_word").whole(1, 1_000);
      }
      case "WordLevel" -> {
        model.object("type?", "unk_token");
        unknown(true);
      }
      default -> unigram();
    }
  }

  /** Old files do not say it. */
  private String type() {
    JsonPlace type = model.at("type");
    if (!type.node().isMissingNode()) {
      type.oneOf("BPE", "WordPiece", "WordLevel", "Unigram");
      return type.node().textValue();
    }
    if (file.isList()) {
      return "Unigram";
    }
    if (file.hasMerges()) {
      return "BPE";
    }
    return model.at("max_input_chars_per_word").absent() ? "WordLevel" : "WordPiece";
  }

  private void bytePairs() {
    model.object(
        "type?",
        "dropout?",
        "unk_token?",
        "continuing_subword_prefix?",
        "end_of_word_suffix?",
        "fuse_unk?",
        "byte_fallback?",
        "ignore_merges?");
    model.flagIfThere("fuse_unk", "byte_fallback", "ignore_merges");
    JsonPlace dropout = model.at("dropout");
    if (!dropout.absent() && !(dropout.node().isNumber() && dropout.node().doubleValue() == 0)) {
      throw dropout.invalid("null or 0: a text must have the same tokens each time");
    }
    unknown(false);
    affix("end_of_word_suffix");
    String prefix = affix("continuing_subword_prefix");
    Map<String, Integer> ids = file.ids();
    file.merges(
        (parts, index) -> {
          boolean known =
              parts.size() == 2
                  && ids.containsKey(parts.get(0))
                  && ids.containsKey(parts.get(1))
                  && parts.get(1).startsWith(prefix)
                  && ids.containsKey(parts.get(0) + parts.get(1).substring(prefix.length()));
          if (!known) {
            throw model
                .at("merges[" + index + "]")
                .invalid(
                    "is " + parts,
                    "two tokens of model.vocab that make another"
                        + (prefix.isEmpty() ? "" : ", the second with " + prefix + " before it"));
          }
        });
  }

  private void unigram() {
    model.object("type?", "unk_id", "byte_fallback?");
    model.flagIfThere("byte_fallback");
    model.at("unk_id").whole(0, Math.max(0, file.entries() - 1));
    if (file.entries() == 0) {
      throw model.at("vocab").invalid("has no tokens", "at least the one for unknown characters");
    }
    List<String> sorted = file.listed().stream().sorted().toList();
    long prefixes = 0;
    String previous = "";
    for (String token : sorted) {
      prefixes += JsonPlace.bytes(token.substring(shared(previous, token)));
      previous = token;
    }
    if (prefixes > MOST_PREFIXES) {
      throw model
          .at("vocab")
          .invalid(
              "has tokens with %,d beginnings".formatted(prefixes),
              "at most %,d".formatted(MOST_PREFIXES));
    }
  }

  private static int shared(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int shared = 0;
    while (shared < most && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    boolean inPair = shared > 0 && Character.isHighSurrogate(one.charAt(shared - 1));
    return inPair ? shared - 1 : shared;
  }

  private void unknown(boolean needed) {
    JsonPlace token = model.at("unk_token");
    if (token.absent() && !needed) {
      return;
    }
    String text = token.text(TokenizerFile.MOST_TOKEN_BYTES);
    // GPT-2's says that there is none by an empty text.
    boolean none = !needed && text.isEmpty();
    if (!none && !file.ids().containsKey(text) && !isAdded(text)) {
      throw token.invalid("a token of model.vocab");
    }
  }

  private boolean isAdded(String text) {
    for (JsonNode token : file.place().at("added_tokens").node()) {
      if (token.path("content").asText().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private String affix(String key) {
    return model.at(key).absent() ? "" : model.at(key).text(MOST_AFFIX_BYTES);
  }
}
