package org.galton.model.llama.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code added_tokens} of a {@code tokenizer.json}. The native tokenizer does not take the ids from
 * the file: a token of the vocabulary has its id, another the next one after the vocabulary's
 * length and the added tokens before it. Where that is not the file's id, a model would be fed
 * other tokens than it was trained with.
 */
final class AddedTokens {
  // The native tokenizer looks at all for each.
  private static final int MOST = 20_000;

  private AddedTokens() {}

  /**
   * The largest id, or -1.
   *
   * @param but texts that do not count
   */
  static int largestId(TokenizerFile file, TokenizerParts parts, Set<String> but) {
    JsonPlace list = file.place().at("added_tokens");
    if (list.absent()) {
      return -1;
    }
    List<JsonPlace> tokens = list.items();
    if (tokens.size() > MOST) {
      throw list.invalid("has %,d tokens".formatted(tokens.size()), "at most %,d".formatted(MOST));
    }
    // The native tokenizer would look for a token in the spaces that the one before has taken.
    boolean strips = tokens.stream().anyMatch(token -> token.node().path("rstrip").asBoolean());
    int entries = file.entries();
    int largest = -1;
    int counted = -1;
    Map<String, Integer> added = new HashMap<>();
    Set<JsonNode> seen = new HashSet<>();
    for (JsonPlace token : tokens) {
      token.object("id", "content", "single_word", "lstrip", "rstrip", "normalized", "special");
      token.flag("single_word", "lstrip", "rstrip", "normalized", "special");
      int id = token.at("id").whole(0, TokenizerFile.MOST_ID);
      String content = token.at("content").text(TokenizerFile.MOST_TOKEN_BYTES);
      if (content.isEmpty() || !seen.add(token.node())) {
        continue;
      }
      boolean normalized = token.at("normalized").node().booleanValue();
      if (strips && (TokenizerParts.isBlank(content) || (normalized && parts.canBlank(content)))) {
        throw token.invalid(
            "is of spaces or can become that, and another token strips the spaces after it",
            "a text of which a character stays, or rstrip false in all");
      }
      if (normalized && parts.canRemove(content)) {
        throw token.invalid(
            "is normalized, and the normalizer can make nothing of it",
            "a text of which a character stays, or normalized false");
      }
      Integer known = added.getOrDefault(content, file.ids().get(content));
      int given = known != null ? known : Math.max(largest + 1, entries);
      if (given != id) {
        throw token
            .at("id")
            .invalid(
                "is %d for %s, which the tokenizer gives id %d"
                    .formatted(id, token.at("content").node(), given),
                "that id");
      }
      added.put(content, given);
      largest = Math.max(largest, given);
      counted = but.contains(content) ? counted : Math.max(counted, given);
    }
    return counted;
  }
}
