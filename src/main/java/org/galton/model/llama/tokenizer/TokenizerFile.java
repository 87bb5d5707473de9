package org.galton.model.llama.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.model.llama.config.CheckpointJson;
import org.galton.spec.InvalidInput;

/**
 * A {@code tokenizer.json} as read: its parts as a tree, the vocabulary as a map. The merges, which
 * are most of the file, are read again for whoever looks at them and never held.
 */
final class TokenizerFile {
  /** Longest token. The native tokenizer descends a level of its stack for each byte. */
  static final int MOST_TOKEN_BYTES = 4_096;

  static final int MOST_ID = 9_999_999;

  private static final int MOST_ENTRIES = 2_000_000;

  private static final int MOST_VALUES = 1_000_000;
  private static final JsonFactory FACTORY =
      CheckpointJson.factory(CheckpointFiles.MOST_TOKENIZER_BYTES);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
  private final byte[] json;
  private final String name;
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> listed = new ArrayList<>();
  private final ObjectNode root;
  private JsonToken vocabulary;
  private int values;
  private int largestId = -1;
  private boolean merges;

  /**
   * @throws InvalidInput when it is not JSON, or too much of it is neither vocabulary nor merges
   */
  TokenizerFile(byte[] json, String name) {
    this.json = json;
    this.name = name;
    this.root = JSON.createObjectNode();
    try (JsonParser in = FACTORY.createParser(CheckpointJson.characters(json))) {
      expect(in.nextToken(), JsonToken.START_OBJECT, "");
      for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
        boolean model = in.nextToken() == JsonToken.START_OBJECT && key.equals("model");
        root.set(wellFormed(key), model ? model(in) : tree(in));
      }
      if (in.nextToken() != null) {
        throw place("").invalid("goes on after its end", "one JSON object");
      }
    } catch (IOException e) {
      throw CheckpointJson.invalid(name, e);
    }
  }

  /** All but {@code model.vocab} and {@code model.merges}. */
  JsonPlace place() {
    return new JsonPlace(root, name, "");
  }

  /** The id of each token; of a list a token's last place. */
  Map<String, Integer> ids() {
    return ids;
  }

  /** Entries of the vocabulary. */
  int entries() {
    return isList() ? listed.size() : ids.size();
  }

  /** The tokens of a vocabulary that is a list of tokens with scores. */
  List<String> listed() {
    return listed;
  }

  boolean isList() {
    return vocabulary == JsonToken.START_ARRAY;
  }

  /** The vocabulary's largest id, or -1 without a token. */
  int largestId() {
    return largestId;
  }

  boolean hasMerges() {
    return merges;
  }

  private ObjectNode model(JsonParser in) throws IOException {
    ObjectNode settings = JSON.createObjectNode();
    for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
      JsonToken value = in.nextToken();
      if (key.equals("vocab")) {
        vocabulary = value;
        if (isList()) {
          list(in);
        } else {
          expect(value, JsonToken.START_OBJECT, "model.vocab");
          map(in);
        }
      } else if (key.equals("merges")) {
        expect(value, JsonToken.START_ARRAY, "model.merges");
        merges = true;
        in.skipChildren();
      } else {
        settings.set(wellFormed(key), tree(in));
      }
    }
    if (vocabulary == null) {
      throw place("model.vocab").invalid("an object of tokens, or a list of them");
    }
    return settings;
  }

  private void map(JsonParser in) throws IOException {
    BitSet seen = new BitSet();
    for (String token = in.nextFieldName(); token != null; token = in.nextFieldName()) {
      boolean whole = in.nextToken() == JsonToken.VALUE_NUMBER_INT;
      long id = whole && in.getNumberType() == JsonParser.NumberType.INT ? in.getLongValue() : -1;
      if (id < 0 || id > MOST_ID) {
        throw entry(token).invalid("is " + in.getText(), "an id from 0 to %,d".formatted(MOST_ID));
      }
      if (seen.get((int) id)) {
        throw entry(token)
            .invalid("has id %d, as another token has".formatted(id), "an id of its own");
      }
      seen.set((int) id);
      few(ids.size(), "model.vocab");
      if (!fits(wellFormed(token))) {
        throw tooLong(entry(token));
      }
      ids.put(token, (int) id);
      largestId = Math.max(largestId, (int) id);
    }
  }

  private void list(JsonParser in) throws IOException {
    while (in.nextToken() != JsonToken.END_ARRAY) {
      String path = "model.vocab[" + listed.size() + "]";
      expect(in.currentToken(), JsonToken.START_ARRAY, path);
      expect(in.nextToken(), JsonToken.VALUE_STRING, path + "[0]");
      String token = wellFormed(in.getText());
      if (!fits(token)) {
        throw tooLong(place(path));
      }
      if (!in.nextToken().isNumeric() || !Double.isFinite(in.getDoubleValue())) {
        throw place(path + "[1]").invalid("is " + in.getText(), "a score");
      }
      if (in.nextToken() != JsonToken.END_ARRAY) {
        throw place(path).invalid("goes on", "a token and its score");
      }
      few(listed.size(), "model.vocab");
      ids.put(token, listed.size());
      largestId = listed.size();
      listed.add(token);
    }
  }

  private JsonPlace entry(String token) {
    return place("model.vocab['" + token + "']");
  }

  private boolean fits(String token) {
    return token.length() <= MOST_TOKEN_BYTES / 3
        || (token.length() <= MOST_TOKEN_BYTES && JsonPlace.bytes(token) <= MOST_TOKEN_BYTES);
  }

  private static InvalidInput tooLong(JsonPlace place) {
    return place.invalid("is too long", "a token of at most %,d bytes".formatted(MOST_TOKEN_BYTES));
  }

  /**
   * Hands over the parts of each merge and its place.
   *
   * @throws InvalidInput when one has not two
   */
  void merges(BiConsumer<List<String>, Integer> sink) {
    try (JsonParser in = FACTORY.createParser(CheckpointJson.characters(json))) {
      in.nextToken();
      enter(in, "model");
      enter(in, "merges");
      for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
        few(i, "model.merges");
        if (in.currentToken() == JsonToken.VALUE_STRING) {
          if (!in.getText().startsWith("#version")) {
            sink.accept(List.of(in.getText().split(" ", -1)), i);
          }
          continue;
        }
        expect(in.currentToken(), JsonToken.START_ARRAY, "model.merges");
        List<String> parts = new ArrayList<>(2);
        while (in.nextToken() == JsonToken.VALUE_STRING && parts.size() < 3) {
          parts.add(in.getText());
        }
        expect(in.currentToken(), JsonToken.END_ARRAY, "model.merges");
        sink.accept(parts, i);
      }
    } catch (IOException e) {
      throw CheckpointJson.invalid(name, e);
    }
  }

  private static void enter(JsonParser in, String key) throws IOException {
    while (!key.equals(in.nextFieldName())) {
      in.nextToken();
      in.skipChildren();
    }
    in.nextToken();
  }

  private JsonNode tree(JsonParser in) throws IOException {
    if (++values > MOST_VALUES) {
      throw place("")
          .invalid(
              "has too many values beside its vocabulary and merges",
              "at most %,d".formatted(MOST_VALUES));
    }
    switch (in.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = JSON.createObjectNode();
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
          in.nextToken();
          object.set(wellFormed(key), tree(in));
        }
        return object;
      }
      case START_ARRAY -> {
        ArrayNode array = JSON.createArrayNode();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          array.add(tree(in));
        }
        return array;
      }
      case VALUE_STRING -> {
        return JSON.getNodeFactory().textNode(wellFormed(in.getText()));
      }
      default -> {
        return JSON.readTree(in);
      }
    }
  }

  /** Half a surrogate pair, as an escape can write it, is no text to the native tokenizer. */
  private String wellFormed(String text) {
    if (!utf8.canEncode(text)) {
      throw place("").invalid("has a text with half of a surrogate pair", "whole characters");
    }
    return text;
  }

  private void few(int entries, String path) {
    if (entries >= MOST_ENTRIES) {
      throw place(path).invalid("goes on", "at most %,d entries".formatted(MOST_ENTRIES));
    }
  }

  private void expect(JsonToken found, JsonToken expected, String path) {
    if (found != expected) {
      throw place(path).invalid("is " + (found == null ? "empty" : kind(found)), kind(expected));
    }
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case END_ARRAY, END_OBJECT -> "at its end";
      default -> token.asString() == null ? "a number" : token.asString();
    };
  }

  private JsonPlace place(String path) {
    return new JsonPlace(JSON.missingNode(), name, path);
  }
}
