package org.galton.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The {@code tokenizer.json} of models trained here: one token a character, for the 95 printable
 * characters of ASCII and the line end; two special tokens; and whole texts, where a task has some.
 * A byte-pair model without merges says just that to every tokenizer library.
 */
public final class CharacterTokenizer {
  static final int END = 0;

  /** Tokens, special ones included. */
  public static final int VOCABULARY = 98;

  private static final String[] SPECIAL = {"<eos>", "<unk>"};

  private CharacterTokenizer() {}

  /** The file's content. */
  public static String json() {
    return json(List.of());
  }

  /**
   * The file's content.
   *
   * @param texts that are one token each wherever they stand, with numbers from {@link
   *     #VOCABULARY}; where two fit, the longer one is taken
   */
  static String json(List<String> texts) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("version", "1.0");
    root.putNull("truncation");
    root.putNull("padding");
    ArrayNode added = root.putArray("added_tokens");
    ObjectNode model = root.objectNode();
    ObjectNode vocabulary = root.objectNode();
    for (int id = 0; id < SPECIAL.length; id++) {
      added(added, id, SPECIAL[id]).put("special", true);
      vocabulary.put(SPECIAL[id], id);
    }
    vocabulary.put("\n", SPECIAL.length);
    for (char c = ' '; c <= '~'; c++) {
      vocabulary.put(String.valueOf(c), SPECIAL.length + 1 + c - ' ');
    }
    for (int i = 0; i < texts.size(); i++) {
      added(added, VOCABULARY + i, texts.get(i));
    }
    root.putNull("normalizer");
    root.putNull("pre_tokenizer");
    root.putNull("post_processor");
    root.putObject("decoder").put("type", "Fuse");
    model.put("type", "BPE");
    model.putNull("dropout");
    model.put("unk_token", SPECIAL[1]);
    model.putNull("continuing_subword_prefix");
    model.putNull("end_of_word_suffix");
    model.put("fuse_unk", false);
    model.put("byte_fallback", false);
    model.put("ignore_merges", false);
    model.set("vocab", vocabulary);
    model.putArray("merges");
    root.set("model", model);
    return root.toPrettyString();
  }

  private static ObjectNode added(ArrayNode added, int id, String content) {
    return added
        .addObject()
        .put("id", id)
        .put("content", content)
        .put("single_word", false)
        .put("lstrip", false)
        .put("rstrip", false)
        .put("normalized", false)
        .put("special", false);
  }
}
