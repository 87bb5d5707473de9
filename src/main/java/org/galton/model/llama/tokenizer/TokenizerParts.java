package org.galton.model.llama.tokenizer;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.galton.spec.InvalidInput;

/**
 * The normalizer, pre-tokenizer, post-processor and decoder of a {@code tokenizer.json}: of known
 * types with known keys, for the native tokenizer guesses the type of others by their keys; and
 * such that none of them makes much more of a text, or works without end.
 */
final class TokenizerParts {
  private static final int MOST_PARTS = 100;
  private static final int MOST_TEXT_BYTES = 4_000;
  private static final int MOST_ADDED_BYTES = 64;
  private static final double MOST_GROWTH = 100;

  /** Normalizers that remove spaces, accents and control characters. */
  private static final Set<String> REMOVING =
      Set.of("Strip", "StripAccents", "Nmt", "BertNormalizer", "Precompiled");

  /** Most bytes that the parts so far make of one. */
  private double growth = 1;

  private int added;
  private int parts;
  private int templates;
  private int largestId = -1;
  private boolean normalizes;
  private boolean removesSpaces;
  private boolean removesAll;
  private boolean blanksAll;
  private int longestText = Integer.MAX_VALUE;

  TokenizerParts(JsonPlace root) {
    ifThere(root.at("normalizer"), this::normalizer);
    ifThere(root.at("pre_tokenizer"), this::preTokenizer);
    growth = 1;
    ifThere(root.at("decoder"), this::decoder);
    ifThere(root.at("post_processor"), this::postProcessor);
  }

  /** The largest id that the post-processor puts around a text, or -1. */
  int largestId() {
    return largestId;
  }

  /** Most characters of a text on which the patterns end. */
  int longestText() {
    return longestText;
  }

  /**
   * Whether the normalizer can make nothing of a text. The native tokenizer then finds that nothing
   * within characters, and ends the process.
   */
  boolean canRemove(String text) {
    return removesAll || (removesSpaces && !isVisible(text));
  }

  /** Whether the normalizer can make nothing but spaces of a text. */
  boolean canBlank(String text) {
    return blanksAll || (normalizes && !isVisible(text));
  }

  private static boolean isVisible(String text) {
    return text.chars().anyMatch(c -> c > ' ' && c <= '~');
  }

  static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85);
  }

  private static void ifThere(JsonPlace part, Consumer<JsonPlace> check) {
    if (!part.absent()) {
      check.accept(part);
    }
  }

  private void normalizer(JsonPlace part) {
    String type = type(part);
    normalizes = true;
    removesSpaces |= REMOVING.contains(type);
    switch (type) {
      case "Sequence" -> sequence(part, "normalizers", this::normalizer);
      case "NFC", "NFD", "NFKC", "NFKD", "Lowercase", "StripAccents", "Nmt" -> part.object("type");
      case "Strip" ->
          part.object("type", "strip_left", "strip_right").flag("strip_left", "strip_right");
      case "BertNormalizer" -> {
        part.object("type", "clean_text", "handle_chinese_chars", "strip_accents?", "lowercase");
        part.flag("clean_text", "handle_chinese_chars", "lowercase");
        part.flagIfThere("strip_accents");
      }
      case "Prepend" -> {
        JsonPlace prepended = part.object("type", "prepend").at("prepend");
        added += JsonPlace.bytes(filled(prepended));
        if (added > MOST_ADDED_BYTES) {
          throw part.invalid(
              "puts %,d bytes before a text".formatted(added),
              "at most %,d with all others".formatted(MOST_ADDED_BYTES));
        }
      }
      case "Replace" -> {
        replace(part);
        String content = part.at("content").node().textValue();
        removesAll |= content.isEmpty();
        blanksAll |= isBlank(content);
      }
      case "ByteLevel" -> byteLevel(part, true);
      case "Precompiled" -> {
        JsonPlace map = part.object("type", "precompiled_charsmap").at("precompiled_charsmap");
        if (!map.node().isTextual()) {
          throw map.invalid("a text: a map in base64");
        }
        CharacterMap read = inspect(map, () -> CharacterMap.of(map.node().textValue()));
        removesAll |= read.removes();
        blanksAll |= read.removes();
        grow(part, read.growth());
      }
      default ->
          throw unknown(
              part,
              "Sequence, NFC, NFD, NFKC, NFKD, Lowercase, StripAccents, Nmt, Strip, BertNormalizer,"
                  + " Prepend, Replace, ByteLevel, Precompiled");
    }
  }

  private void preTokenizer(JsonPlace part) {
    switch (type(part)) {
      case "Sequence" -> sequence(part, "pretokenizers", this::preTokenizer);
      case "BertPreTokenizer", "Whitespace", "WhitespaceSplit", "UnicodeScripts" ->
          part.object("type");
      case "ByteLevel" -> byteLevel(part, false);
      case "CharDelimiterSplit" -> part.object("type", "delimiter").at("delimiter").character();
      case "Metaspace" -> metaspace(part);
      case "Digits" -> part.object("type", "individual_digits").flag("individual_digits");
      case "Punctuation" -> {
        part.object("type", "behavior?");
        ifThere(part.at("behavior"), TokenizerParts::behavior);
      }
      case "FixedLength" -> {
        part.object("type", "length?");
        ifThere(part.at("length"), length -> length.whole(1, Integer.MAX_VALUE));
      }
      case "Split" -> {
        part.object("type", "pattern", "behavior", "invert").flag("invert");
        behavior(part.at("behavior"));
        leastBytes(part.at("pattern"));
      }
      default ->
          throw unknown(
              part,
              "Sequence, ByteLevel, Metaspace, Split, Digits, Punctuation, Whitespace,"
                  + " WhitespaceSplit, BertPreTokenizer, CharDelimiterSplit, UnicodeScripts,"
                  + " FixedLength");
    }
  }

  private void decoder(JsonPlace part) {
    switch (type(part)) {
      case "Sequence" -> sequence(part, "decoders", this::decoder);
      case "Fuse", "ByteFallback" -> part.object("type");
      case "ByteLevel" -> byteLevel(part, false);
      case "Metaspace" -> metaspace(part);
      case "Replace" -> replace(part);
      case "Strip" -> {
        part.object("type", "content", "start", "stop").at("content").character();
        part.at("start").whole(0, Integer.MAX_VALUE);
        // From both ends at once it cuts one character twice, and a short token beyond its ends.
        part.at("stop").whole(0, 0);
      }
      case "WordPiece" -> {
        part.object("type", "prefix", "cleanup").flag("cleanup");
        part.at("prefix").text(MOST_ADDED_BYTES);
      }
      case "BPEDecoder" -> {
        filled(part.object("type", "suffix").at("suffix"));
      }
      default ->
          throw unknown(
              part,
              "Sequence, ByteLevel, Metaspace, Replace, Strip, Fuse, ByteFallback, WordPiece,"
                  + " BPEDecoder");
    }
  }

  private void postProcessor(JsonPlace part) {
    switch (type(part)) {
      case "Sequence" -> sequence(part, "processors", this::postProcessor);
      case "ByteLevel" -> byteLevel(part, false);
      case "TemplateProcessing" -> {
        if (++templates > 1) {
          throw part.invalid("is a second template", "one");
        }
        TokenTemplate.ids(part).forEach(this::id);
      }
      case "BertProcessing" -> {
        part.object("type", "sep", "cls");
        pair(part.at("sep"));
        pair(part.at("cls"));
      }
      case "RobertaProcessing" -> {
        part.object("type", "sep", "cls", "trim_offsets", "add_prefix_space");
        part.flag("trim_offsets", "add_prefix_space");
        pair(part.at("sep"));
        pair(part.at("cls"));
      }
      default ->
          throw unknown(
              part, "Sequence, ByteLevel, TemplateProcessing, BertProcessing, RobertaProcessing");
    }
  }

  private void pair(JsonPlace pair) {
    List<JsonPlace> items = pair.items();
    if (items.size() != 2) {
      throw pair.invalid("a token and its id");
    }
    items.get(0).text(MOST_TEXT_BYTES);
    id(items.get(1));
  }

  private void id(JsonPlace id) {
    largestId = Math.max(largestId, id.whole(0, TokenizerFile.MOST_ID));
  }

  private static void metaspace(JsonPlace part) {
    part.object(
        "type", "replacement", "add_prefix_space?", "prepend_scheme?", "split?", "str_rep?");
    part.at("replacement").character();
    part.flagIfThere("add_prefix_space", "split");
    if (part.node().has("prepend_scheme")) {
      part.at("prepend_scheme").oneOf("first", "never", "always");
    }
  }

  /** Each byte becomes a character of up to two. */
  private void byteLevel(JsonPlace part, boolean asNormalizer) {
    part.object("type", "add_prefix_space?", "trim_offsets?", "use_regex?");
    if (!asNormalizer) {
      part.flag("add_prefix_space", "trim_offsets");
      part.flagIfThere("use_regex");
    }
    grow(part, 2);
  }

  private void replace(JsonPlace part) {
    part.object("type", "pattern", "content");
    int content = JsonPlace.bytes(part.at("content").text(MOST_TEXT_BYTES));
    int least = leastBytes(part.at("pattern"));
    if (least == 0) {
      throw part.at("pattern").invalid("matches where there is nothing", "one character at least");
    }
    grow(part, Math.max(1, (double) content / least));
  }

  private void grow(JsonPlace part, double factor) {
    growth *= factor;
    if (growth > MOST_GROWTH) {
      throw part.invalid(
          "makes of a text up to %,.0f times its length, with the parts before it"
              .formatted(growth),
          "at most %,.0f times".formatted(MOST_GROWTH));
    }
  }

  /** Fewest bytes that a pattern matches. */
  private int leastBytes(JsonPlace pattern) {
    boolean literal = pattern.object("String?", "Regex?").node().has("String");
    if (pattern.node().size() != 1) {
      throw pattern.invalid("one of String and Regex");
    }
    if (literal) {
      return JsonPlace.bytes(pattern.at("String").text(MOST_TEXT_BYTES));
    }
    JsonPlace regex = pattern.at("Regex");
    String text = regex.text(MOST_TEXT_BYTES);
    SplitPattern split = inspect(regex, () -> SplitPattern.of(text));
    longestText = (int) Math.min(longestText, split.longest() / growth);
    return split.least();
  }

  private static <T> T inspect(JsonPlace place, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      String[] found = e.getMessage().split(", expected ", 2);
      throw place.invalid("has " + found[0], found[1]);
    }
  }

  /** Around nothing the native tokenizer loses count of the characters. */
  private static String filled(JsonPlace text) {
    if (text.text(MOST_ADDED_BYTES).isEmpty()) {
      throw text.invalid("a text that is not empty");
    }
    return text.node().textValue();
  }

  private static void behavior(JsonPlace behavior) {
    behavior.oneOf("Removed", "Isolated", "MergedWithPrevious", "MergedWithNext", "Contiguous");
  }

  private void sequence(JsonPlace part, String key, Consumer<JsonPlace> check) {
    part.object("type", key).at(key).items().forEach(check);
  }

  private String type(JsonPlace part) {
    if (++parts > MOST_PARTS) {
      throw part.invalid("is one of many parts", "at most %,d in all".formatted(MOST_PARTS));
    }
    if (!part.node().isObject()) {
      throw part.invalid("an object");
    }
    return part.at("type").text(MOST_TEXT_BYTES);
  }

  private static InvalidInput unknown(JsonPlace part, String known) {
    return part.at("type").invalid("one of " + known);
  }
}
