package org.galton.model.llama.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADVICE =
      "; take the tokenizer.json that is published with the model; if it is that one, Galton cannot"
          + " use this model's tokenizer";
  private static final String TEXT = "Hello  world's 12345 tests,\n\nwith \"ümläuts\" and 汉字!";

  private static final String GPT2 =
      "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";
  private static final String CL100K =
      "'(?i:[sdmt]|ll|ve|re)|[^\\r"
          + "\\n"
          + "\\p{L}\\p{N}]?+\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]++[\\r"
          + "\\n"
          + "]*|\\s*[\\r"
          + "\\n"
          + "]|\\s+(?!\\S)|\\s+";
  private static final String LLAMA3 =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r"
          + "\\n"
          + "\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r"
          + "\\n"
          + "]*|\\s*[\\r"
          + "\\n"
          + "]+|\\s+(?!\\S)|\\s+";
  private static final String QWEN2 =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r"
          + "\\n"
          + "\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r"
          + "\\n"
          + "]*|\\s*[\\r"
          + "\\n"
          + "]+|\\s+(?!\\S)|\\s+";
  private static final String DEEPSEEK =
      "[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+|[^\\r"
          + "\\n"
          + "\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+| ?[\\p{P}\\p{S}]+[\\r"
          + "\\n"
          + "]*|\\s*[\\r"
          + "\\n"
          + "]+|\\s+(?!\\S)|\\s+";
  private static final String O200K =
      "[^\\r"
          + "\\n"
          + "\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\\r"
          + "\\n"
          + "\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}|"
          + " ?[^\\s\\p{L}\\p{N}]+[\\r"
          + "\\n"
          + "/]*|\\s*[\\r"
          + "\\n"
          + "]+|\\s+(?!\\S)|\\s+";

  private static final String METASPACE =
      "{'type': 'Metaspace', 'replacement': '▁', 'prepend_scheme': 'always', 'split': true}";
  private static final String BYTE_LEVEL =
      "{'type': 'ByteLevel', 'add_prefix_space': false, 'trim_offsets': true, 'use_regex': %s}";

  static Stream<Arguments> published() {
    return Stream.of(
        Arguments.of("GPT-2", byteLevelAlone()),
        Arguments.of("GPT-2's pattern in a Split", byteLevel(null, GPT2)),
        Arguments.of("Llama 3", bos(byteLevel(null, LLAMA3))),
        Arguments.of("Qwen 2 and 3", byteLevel("{'type': 'NFC'}", QWEN2)),
        Arguments.of("DeepSeek", byteLevel(null, "\\p{N}{1,3}", "[一-龥぀-ゟ゠-ヿ]+", DEEPSEEK)),
        Arguments.of("GPT-4", byteLevel(null, CL100K)),
        Arguments.of("GPT-4o", byteLevel(null, O200K)),
        Arguments.of(
            "SuperBPE", byteLevel(null, "\\p{N}+", "(?=(\\d{3})+(?!\\d))", " ?[^(\\s|[.,!?…])]+")),
        Arguments.of(
            "Llama 2 and Mistral",
            sentencePiece(
                "{'type': 'Sequence', 'normalizers': [{'type': 'Prepend', 'prepend': '▁'},"
                    + " {'type': 'Replace', 'pattern': {'String': ' '}, 'content': '▁'}]}",
                "null")),
        Arguments.of(
            "Gemma",
            sentencePiece(
                "{'type': 'Replace', 'pattern': {'String': ' '}, 'content': '▁'}",
                "{'type': 'Split', 'pattern': {'String': ' '}, 'behavior': 'MergedWithPrevious',"
                    + " 'invert': false}")),
        Arguments.of("Mistral with Metaspace", sentencePiece("null", METASPACE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("published")
  void whatModelsArePublishedWithReachesTheNativeTokenizer(String model, ObjectNode json) {
    try (Tokenizer tokenizer = new Tokenizer(bytes(json), "tokenizer.json")) {
      assertThat(tokenizer.decode(tokenizer.encode(TEXT))).isEqualTo(TEXT);
    }
    assertThat(TokenizerJson.read(bytes(json), "tokenizer.json").longestText())
        .isGreaterThan(500_000);
  }

  @Test
  void aTemplateAddsItsTokensOnce() {
    ObjectNode json = bos(byteLevel(null, LLAMA3));
    try (Tokenizer tokenizer = new Tokenizer(bytes(json), "tokenizer.json")) {
      assertThat(tokenizer.encode("a")).containsExactly(256, 64);
    }
  }

  @Test
  void aUnigramModelWithACharacterMapReachesTheNativeTokenizer() {
    ObjectNode json = unigram();
    json.set(
        "normalizer", read("{'type': 'Precompiled', 'precompiled_charsmap': '%s'}", map(0, "b\0")));
    json.set("pre_tokenizer", read(METASPACE));
    json.set("decoder", read(METASPACE));
    try (Tokenizer tokenizer = new Tokenizer(bytes(json), "tokenizer.json")) {
      assertThat(tokenizer.decode(tokenizer.encode("ab ba"))).isEqualTo("bb bb");
    }
  }

  @Test
  void aWordPieceModelReachesTheNativeTokenizer() {
    ObjectNode json = base();
    json.set(
        "model",
        read(
            "{'type': 'WordPiece', 'unk_token': '[UNK]', 'continuing_subword_prefix': '##',"
                + " 'max_input_chars_per_word': 100, 'vocab': {'[UNK]': 0, 'play': 1, '##ing':"
                + " 2}}"));
    json.set(
        "normalizer",
        read(
            "{'type': 'BertNormalizer', 'clean_text': true, 'handle_chinese_chars': true,"
                + " 'strip_accents': null, 'lowercase': true}"));
    json.set("pre_tokenizer", read("{'type': 'BertPreTokenizer'}"));
    json.set("decoder", read("{'type': 'WordPiece', 'prefix': '##', 'cleanup': true}"));
    try (Tokenizer tokenizer = new Tokenizer(bytes(json), "tokenizer.json")) {
      assertThat(tokenizer.encode("Playing, play")).containsExactly(1, 2, 0, 1);
    }
  }

  @Test
  void anOldFileWithoutTheModelsTypeIsRead() {
    ObjectNode json = byteLevel(null, GPT2);
    ((ObjectNode) json.get("model")).remove("type");
    ((ObjectNode) json.get("model")).put("unk_token", "");
    try (Tokenizer tokenizer = new Tokenizer(bytes(json), "tokenizer.json")) {
      assertThat(tokenizer.decode(tokenizer.encode(TEXT))).isEqualTo(TEXT);
    }
  }

  /** Each ends the process, or works without end, in the native tokenizer, or means nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '\u0001',
      textBlock =
          """
          post_processor => {'type': 'TemplateProcessing', 'single': [{'SpecialToken': {'id': '<s>', 'type_id': 0}}, {'Sequence': {'id': 'A', 'type_id': 0}}], 'pair': [], 'special_tokens': {}} => post_processor.single[0].SpecialToken.id is "<s>", expected a name of post_processor.special_tokens
          post_processor => {'type': 'TemplateProcessing', 'single': [{'Sequence': {'id': 'A', 'type_id': 0}}, {'Sequence': {'id': 'B', 'type_id': 0}}], 'pair': [], 'special_tokens': {}} => post_processor.single has the sequences [A, B], expected each of [A] once and no other
          post_processor => {'type': 'TemplateProcessing', 'single': [], 'pair': [], 'special_tokens': {}} => post_processor.single has the sequences [], expected each of [A] once and no other
          post_processor => {'type': 'TemplateProcessing', 'single': [{'Sequence': {'id': 'A', 'type_id': 0}}], 'pair': [{'Sequence': {'id': 'A', 'type_id': 0}}], 'special_tokens': {}} => post_processor.pair has the sequences [A], expected each of [A, B] once and no other
          post_processor => {'type': 'TemplateProcessing', 'single': [], 'pair': [], 'special_tokens': {'<s>': {'id': '<s>', 'ids': [0], 'tokens': []}}} => post_processor.special_tokens.<s> has 1 ids and 0 tokens, expected as many ids as tokens, and at most 100
          post_processor => {'type': 'TemplateProcessing', 'single': [{'Sequence': {'id': 'A', 'type_id': 0}}], 'pair': [{'Sequence': {'id': 'A', 'type_id': 0}}, {'Sequence': {'id': 'B', 'type_id': 0}}], 'special_tokens': {'<s>': {'id': '<s>', 'ids': [-1], 'tokens': ['<s>']}}} => post_processor.special_tokens.<s>.ids[0] is -1, expected a whole number from 0 to 9,999,999
          post_processor => {'type': 'ByteLevel', 'single': [{'SpecialToken': {'id': '<s>', 'type_id': 0}}], 'pair': [], 'special_tokens': {}} => post_processor.single is [{"SpecialToken":{"id":"<s>","type_id":0}}], expected only the keys type, add_prefix_space, trim_offsets, use_regex
          post_processor => {'type': 'RobertaProcessing', 'sep': ['</s>', 4000000000], 'cls': ['<s>', 0], 'trim_offsets': true, 'add_prefix_space': true} => post_processor.sep[1] is 4000000000, expected a whole number from 0 to 9,999,999
          normalizer => {'type': 'Precompiled', 'precompiled_charsmap': null} => normalizer.precompiled_charsmap is null, expected a text: a map in base64
          normalizer => {'type': 'Precompiled', 'precompiled_charsmap': ''} => normalizer.precompiled_charsmap has no trie of 0, expected the length of a trie and the trie
          normalizer => {'type': 'Precompiled', 'precompiled_charsmap': '!!!'} => normalizer.precompiled_charsmap has no base64, expected a map in base64
          normalizer => {'type': 'Precompiled', 'precompiled_charsmap': '/P///2FiY2Q='} => normalizer.precompiled_charsmap has a trie of 4,294,967,292 bytes of 4, expected the length of a trie and the trie
          normalizer => {'type': 'Precompiled', 'precompiled_charsmap': 'BAAAAAAUAABhAA=='} => normalizer.precompiled_charsmap has a trie that leads to its unit 4, expected one of its 1
          normalizer => {'type': 'Replace', 'pattern': {'Regex': '(a+)+$'}, 'content': 'x'} => normalizer.pattern.Regex has a repeat of a part that can match the same text in several ways, expected one way
          normalizer => {'type': 'Sequence', 'normalizers': [{'type': 'Replace', 'pattern': {'String': 'a'}, 'content': 'aaaaaaaaaaa'}, {'type': 'Replace', 'pattern': {'String': 'a'}, 'content': 'aaaaaaaaaaa'}]} => normalizer.normalizers[1] makes of a text up to 121 times its length, with the parts before it, expected at most 100 times
          normalizer => {'type': 'Replace', 'pattern': {'String': 'a', 'Regex': 'a'}, 'content': 'x'} => normalizer.pattern is {"String":"a","Regex":"a"}, expected one of String and Regex
          normalizer => {'type': 'Replace', 'pattern': {'Regex': 'b*'}, 'content': 'x'} => normalizer.pattern matches where there is nothing, expected one character at least
          normalizer => {'type': 'Replace', 'pattern': {'String': ''}, 'content': 'x'} => normalizer.pattern matches where there is nothing, expected one character at least
          normalizer => {'type': 'Prepend', 'prepend': ''} => normalizer.prepend is "", expected a text that is not empty
          normalizer => {'type': 'NFX'} => normalizer.type is "NFX", expected one of Sequence, NFC, NFD, NFKC, NFKD, Lowercase, StripAccents, Nmt, Strip, BertNormalizer, Prepend, Replace, ByteLevel, Precompiled
          normalizer => {'prepend': 'a'} => normalizer.type is missing, expected a text
          normalizer => 'NFC' => normalizer is "NFC", expected an object
          pre_tokenizer => {'type': 'FixedLength', 'length': 0} => pre_tokenizer.length is 0, expected a whole number from 1 to 2,147,483,647
          pre_tokenizer => {'type': 'Metaspace', 'replacement': 'ab'} => pre_tokenizer.replacement is "ab", expected one character
          pre_tokenizer => {'type': 'Split', 'pattern': {'Regex': 'a'}, 'behavior': 'Removed', 'invert': 1} => pre_tokenizer.invert is 1, expected true or false
          pre_tokenizer => {'type': 'Split', 'pattern': {'Regex': 'a'}, 'behavior': 'Lost', 'invert': true} => pre_tokenizer.behavior is "Lost", expected one of Removed, Isolated, MergedWithPrevious, MergedWithNext, Contiguous
          decoder => {'type': 'Strip', 'content': 'a', 'start': 0, 'stop': 9} => decoder.stop is 9, expected 0
          decoder => {'type': 'CTC', 'pad_token': 'a', 'word_delimiter_token': 'b', 'cleanup': true} => decoder.type is "CTC", expected one of Sequence, ByteLevel, Metaspace, Replace, Strip, Fuse, ByteFallback, WordPiece, BPEDecoder
          decoder => {'type': 'Strip', 'content': 'a', 'start': 1e999, 'stop': 0} => decoder.start is "Infinity", expected a whole number from 0 to 2,147,483,647
          decoder => {'type': 'BPEDecoder', 'suffix': ''} => decoder.suffix is "", expected a text that is not empty
          added_tokens => [{'id': 5000, 'content': '<x>', 'single_word': false, 'lstrip': false, 'rstrip': false, 'normalized': false, 'special': true}] => added_tokens[0].id is 5000 for "<x>", which the tokenizer gives id 5, expected that id
          added_tokens => [{'id': 5, 'content': '<x>'}] => added_tokens[0].single_word is missing, expected a value
          added_tokens => {} => added_tokens is {}, expected a list
          model.merges => ['a bb'] => model.merges[0] is [a, bb], expected two tokens of model.vocab that make another
          model.merges => [['a', 'b', 'ab']] => model.merges[0] is [a, b, ab], expected two tokens of model.vocab that make another
          model.continuing_subword_prefix => '##' => model.merges[0] is [a, b], expected two tokens of model.vocab that make another, the second with ## before it
          model.dropout => 0.5 => model.dropout is 0.5, expected null or 0: a text must have the same tokens each time
          model.unk_token => '<nope>' => model.unk_token is "<nope>", expected a token of model.vocab
          model.vocab => {'a': 0, 'b': 0} => model.vocab['b'] has id 0, as another token has, expected an id of its own
          model.vocab => {'a': 4294967296} => model.vocab['a'] is 4294967296, expected an id from 0 to 9,999,999
          model.vocab => {'a': -1} => model.vocab['a'] is -1, expected an id from 0 to 9,999,999
          model.vocab => {'a': '0'} => model.vocab['a'] is 0, expected an id from 0 to 9,999,999
          model.vocab => 5 => model.vocab is a number, expected an object
          model.vocab => [['a', 1]] => model.vocab is a list, expected an object with type BPE
          model.type => 'Unigram' => model.vocab is an object, expected a list with type Unigram
          model.type => 'GPT' => model.type is "GPT", expected one of BPE, WordPiece, WordLevel, Unigram
          model.extra => 1 => model.extra is 1, expected only the keys type, dropout, unk_token, continuing_subword_prefix, end_of_word_suffix, fuse_unk, byte_fallback, ignore_merges
          extra => 1 => extra is 1, expected only the keys version, truncation, padding, added_tokens, normalizer, pre_tokenizer, post_processor, decoder, model
          """)
  void aHostileFileIsRefusedWithThePlace(String place, String value, String problem) {
    ObjectNode json = base();
    boolean ofModel = place.startsWith("model.");
    ObjectNode parent = ofModel ? (ObjectNode) json.get("model") : json;
    parent.put(ofModel ? place.substring(6) : place, "HERE");
    String text = json.toString().replace("\"HERE\"", value.replace('\'', '"'));
    assertRefused(text, "Cannot use tokenizer.json: " + problem + ADVICE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '\u0001',
      textBlock =
          """
          (a|a)*[bc] => has a repeat of a part that can match the same text in several ways, expected one way
          (?:a{1,3})+b => has a repeat of a part that can match the same text in several ways, expected one way
          a{1,3}+b => has a repeat of a part that can match the same text in several ways, expected one way
          (a*)*b => has a repeat of a part that can match the same text in several ways, expected one way
          (a?){40}a{40}[bc] => has choices that combine in too many ways, expected at most 100
          a?a?a?a?a?a?a?[bc] => has choices that combine in too many ways, expected at most 100
          a*a*[bc] => has repeats without end that share a text in more than one way, expected at most one such repeat before a part that can fail
          (?=a*[bc])a*[bc] => has repeats without end that share a text in more than one way, expected at most one such repeat before a part that can fail
          (a*)\\1[bc] => has an escape that is not known here at character 5, expected a pattern of the kind that tokenizers are published with
          (?<x>a\\g<x>?b) => has an escape that is not known here at character 7, expected a pattern of the kind that tokenizers are published with
          (?(1)a|b) => has a group that is not known here at character 1, expected a pattern of the kind that tokenizers are published with
          (?x)a => has a group that is not known here at character 1, expected a pattern of the kind that tokenizers are published with
          (a{1000}){1000} => has repeats that make 1,000,000 characters of it, expected at most 20,000
          (a?){1000}(a?){1000}a*(a?){1000}[bc] => has choices that combine in too many ways, expected at most 100
          (((((((a{1000}){1000}){1000}){1000}){1000}){1000}){1000}){1000} => has repeats that make 1,000,000,000 characters of it, expected at most 20,000
          a{1001} => has a repeat of more than 1,000 at character 8, expected a pattern of the kind that tokenizers are published with
          (a => has a ( without its ) at character 3, expected a pattern of the kind that tokenizers are published with
          a) => has a ) without its ( at character 2, expected a pattern of the kind that tokenizers are published with
          [a => has a [ without its ] at character 3, expected a pattern of the kind that tokenizers are published with
          []a]*b => has a set that begins with ] at character 2, expected a pattern of the kind that tokenizers are published with
          """)
  void aPatternThatMayNotEndIsRefused(String pattern, String problem) {
    assertRefused(
        withPattern(pattern.replace("\\\\", "\\")).toString(),
        "Cannot use tokenizer.json: pre_tokenizer.pattern.Regex " + problem + ADVICE);
  }

  @Test
  void aPatternOfTooManyLevelsIsRefused() {
    assertRefused(
        withPattern("(".repeat(1900) + "a" + ")".repeat(1900)).toString(),
        "Cannot use tokenizer.json: pre_tokenizer.pattern.Regex has groups in more than 50 levels"
            + " at character 51, expected a pattern of the kind that tokenizers are published with"
            + ADVICE);
  }

  @Test
  void aTextOnWhichAPatternMayNotEndIsRefusedUnread() {
    try (Tokenizer tokenizer = new Tokenizer(bytes(withPattern("a*[bc]")), "tokenizer.json")) {
      assertThat(tokenizer.encode("aab")).containsExactly(1, 3);
      assertThatThrownBy(() -> tokenizer.encode("a".repeat(4_000_001)))
          .isInstanceOf(InvalidInput.class)
          .hasMessage(
              "Cannot encode a text of 4,000,001 characters: on more than 4,000,000 a pattern of"
                  + " tokenizer.json may not end; shorten the prompt");
    }
  }

  @Test
  void aCharacterThatTheModelHasNoTokenForIsAnErrorOfThePrompt() {
    ObjectNode json = base();
    ((ObjectNode) json.get("model")).put("unk_token", "<x>");
    json.set(
        "added_tokens",
        read(
            "[{'id': 5, 'content': '<x>', 'single_word': false, 'lstrip': false,"
                + " 'rstrip': false, 'normalized': false, 'special': true}]"));
    try (Tokenizer tokenizer = new Tokenizer(bytes(json), "tokenizer.json")) {
      assertThatThrownBy(() -> tokenizer.encode("ü"))
          .isInstanceOf(InvalidInput.class)
          .hasMessage(
              "Cannot encode a text with tokenizer.json: Unk token `<x>` not found in the"
                  + " vocabulary");
    }
  }

  static Stream<Arguments> maps() {
    return Stream.of(
        Arguments.of(map(1_000, "b\0"), "leads to byte 1,000 of its texts"),
        Arguments.of(map(1, "é\0"), "leads to byte 1 of its texts"),
        Arguments.of(map(0, "b"), "texts without an end"),
        Arguments.of(
            map(0, "b".repeat(1_001) + "\0"),
            "a text of more than 1,000 bytes, expected a shorter one"),
        Arguments.of(map(0, "b".repeat(101) + "\0"), "up to 101 times its length"));
  }

  @ParameterizedTest
  @MethodSource("maps")
  void aCharacterMapThatLeadsAstrayIsRefused(String map, String problem) {
    ObjectNode json = base();
    json.set("normalizer", read("{'type': 'Precompiled', 'precompiled_charsmap': '%s'}", map));
    assertThatThrownBy(() -> TokenizerJson.read(bytes(json), "tokenizer.json"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot use tokenizer.json: normalizer")
        .hasMessageContaining(problem);
  }

  @Test
  void aUnigramModelMustBeWhole() {
    ObjectNode json = unigram();
    ObjectNode model = (ObjectNode) json.get("model");
    model.put("unk_id", 9);
    assertRefused(
        json.toString(),
        "Cannot use tokenizer.json: model.unk_id is 9, expected a whole number from 0 to 3"
            + ADVICE);
    model.put("unk_id", 0);
    ((ArrayNode) model.get("vocab")).addArray().add("a".repeat(5_000)).add(0);
    assertRefused(
        json.toString(),
        "Cannot use tokenizer.json: model.vocab[4] is too long, expected a token of at most 4,096"
            + " bytes"
            + ADVICE);
    model.putArray("vocab").addArray().add("a").add(0);
    assertRefused(
        json.toString().replace("[\"a\",0]", "[\"a\",1e999]"),
        "Cannot use tokenizer.json: model.vocab[0][1] is 1e999, expected a score" + ADVICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "5", "{\"model\": {\"vocab\": {\"a\": 0", "{} {}", "{\"a\":NaN}"})
  void whatIsNoJsonObjectIsRefused(String text) {
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot ");
  }

  @Test
  void whatTwoReadersWouldReadInTwoWaysIsRefused() {
    String text = base().toString();
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot read tokenizer.json: it is not JSON");
    assertThatThrownBy(
            () ->
                read(
                    text.replace("\"decoder\"", "\"decoder\":5,\"decoder\"")
                        .getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("Duplicate field 'decoder'");
    assertRefused(
        text.replace("\"decoder\":null", "\"decoder\":{\"type\":\"\\ud800\"}"),
        "Cannot use tokenizer.json: it has a text with half of a surrogate pair, expected whole"
            + " characters"
            + ADVICE);
    assertThatThrownBy(
            () ->
                read(
                    text.replace(
                            "\"decoder\":null", "\"decoder\":" + "[".repeat(200) + "]".repeat(200))
                        .getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("nesting depth (65) exceeds the maximum allowed (64)");
  }

  @Test
  void addedTokensHaveTheIdsThatTheNativeTokenizerGives() {
    ObjectNode json = base();
    String token =
        "{'id': %d, 'content': '%s', 'single_word': false, 'lstrip': false, 'rstrip': false,"
            + " 'normalized': false, 'special': %s}";
    ArrayNode added = json.putArray("added_tokens");
    added.add(read(token.formatted(1, "a", true)));
    added.add(read(token.formatted(5, "<x>", true)));
    added.add(read(token.formatted(6, "<y>", false)));
    added.add(read(token.formatted(5, "<x>", true)));
    try (Tokenizer tokenizer = new Tokenizer(bytes(json), "tokenizer.json")) {
      assertThat(tokenizer.encode("a<x><y>b")).containsExactly(1, 5, 6, 2);
    }
    assertThat(TokenizerJson.read(bytes(json), "tokenizer.json").ids()).isEqualTo(7);
  }

  @Test
  void addedTokensOfWhichNothingOrSpacesStayAreRefused() {
    ObjectNode json = base();
    String token =
        "{'id': %d, 'content': '%s', 'single_word': false, 'lstrip': true, 'rstrip': %s,"
            + " 'normalized': %s, 'special': true}";
    ArrayNode added = json.putArray("added_tokens");
    added.add(read(token.formatted(5, "\u0301", false, true)));
    json.set("normalizer", read("{'type': 'StripAccents'}"));
    assertRefused(
        json.toString(),
        "Cannot use tokenizer.json: added_tokens[0] is normalized, and the normalizer can make"
            + " nothing of it, expected a text of which a character stays, or normalized false"
            + ADVICE);
    json.putNull("normalizer");
    added.removeAll();
    added.add(read(token.formatted(5, "<x>", true, false)));
    added.add(read(token.formatted(6, "  ", false, false)));
    assertRefused(
        json.toString(),
        "Cannot use tokenizer.json: added_tokens[1] is of spaces or can become that, and another"
            + " token strips the spaces after it, expected a text of which a character stays, or"
            + " rstrip false in all"
            + ADVICE);
    added.remove(1);
    added.add(read(token.formatted(6, "  y", false, false)));
    try (Tokenizer tokenizer = new Tokenizer(bytes(json), "tokenizer.json")) {
      assertThat(tokenizer.encode("a<x>    y b")).containsExactly(1, 5, 6, 4, 2);
    }
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> read(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(message);
  }

  private static void read(byte[] json) {
    new Tokenizer(json, "tokenizer.json").close();
  }

  private static JsonNode read(String json, Object... values) {
    try {
      return JSON.readTree(json.replace('\'', '"').formatted(values));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode base() {
    return (ObjectNode)
        read(
            "{'version': '1.0', 'truncation': null, 'padding': null, 'added_tokens': [],"
                + " 'normalizer': null, 'pre_tokenizer': null, 'post_processor': null,"
                + " 'decoder': null, 'model': {'type': 'BPE', 'dropout': null,"
                + " 'unk_token': '<unk>', 'continuing_subword_prefix': null,"
                + " 'end_of_word_suffix': null, 'fuse_unk': false, 'byte_fallback': false,"
                + " 'ignore_merges': false,"
                + " 'vocab': {'<unk>': 0, 'a': 1, 'b': 2, 'ab': 3, ' ': 4}, 'merges': ['a b']}}");
  }

  private static ObjectNode withPattern(String pattern) {
    ObjectNode json = base();
    ObjectNode split = json.putObject("pre_tokenizer").put("type", "Split");
    split
        .put("behavior", "Isolated")
        .put("invert", false)
        .putObject("pattern")
        .put("Regex", pattern);
    return json;
  }

  private static ObjectNode unigram() {
    ObjectNode json = base();
    json.set(
        "model",
        read(
            "{'type': 'Unigram', 'unk_id': 0, 'byte_fallback': false,"
                + " 'vocab': [['<unk>', 0], ['▁', -2.5], ['a', -1], ['b', -1.5]]}"));
    return json;
  }

  /** A token for each byte, as GPT-2 spells them. */
  private static ObjectNode byteLevel(String normalizer, String... patterns) {
    ObjectNode json = base();
    ObjectNode model = (ObjectNode) json.get("model");
    model.putNull("unk_token").putArray("merges");
    ObjectNode vocabulary = model.putObject("vocab");
    int other = 256;
    for (int value = 33; value < 33 + 256; value++) {
      int b = value % 256;
      boolean shown = (b >= 33 && b <= 126) || (b >= 161 && b <= 172) || b >= 174;
      vocabulary.put(String.valueOf((char) (shown ? b : other++)), vocabulary.size());
    }
    json.set("normalizer", normalizer == null ? null : read(normalizer));
    ArrayNode parts =
        json.putObject("pre_tokenizer").put("type", "Sequence").putArray("pretokenizers");
    for (String pattern : patterns) {
      parts.add(withPattern(pattern).get("pre_tokenizer"));
    }
    parts.add(read(BYTE_LEVEL, "false"));
    json.set("post_processor", read(BYTE_LEVEL, "true"));
    json.set("decoder", read(BYTE_LEVEL, "true"));
    return json;
  }

  /** As GPT-2 has it: its pattern is in the part itself. */
  private static ObjectNode byteLevelAlone() {
    ObjectNode json = byteLevel(null);
    json.set("pre_tokenizer", read(BYTE_LEVEL, "true"));
    return json;
  }

  /** As Llama 3 has it. */
  private static ObjectNode bos(ObjectNode json) {
    json.set(
        "added_tokens",
        read(
            "[{'id': 256, 'content': '<|begin_of_text|>', 'single_word': false, 'lstrip': false,"
                + " 'rstrip': false, 'normalized': false, 'special': true}]"));
    ObjectNode sequence = JSON.createObjectNode().put("type", "Sequence");
    sequence
        .putArray("processors")
        .add(json.get("post_processor"))
        .add(
            read(
                "{'type': 'TemplateProcessing', 'single': [{'SpecialToken': {'id':"
                    + " '<|begin_of_text|>', 'type_id': 0}}, {'Sequence': {'id': 'A', 'type_id':"
                    + " 0}}], 'pair': [{'Sequence': {'id': 'A', 'type_id': 0}}, {'Sequence': {'id':"
                    + " 'B', 'type_id': 1}}], 'special_tokens': {'<|begin_of_text|>': {'id':"
                    + " '<|begin_of_text|>', 'ids': [256], 'tokens': ['<|begin_of_text|>']}}}"));
    json.set("post_processor", sequence);
    return json;
  }

  /** A token for each byte that no other token spells. */
  private static ObjectNode sentencePiece(String normalizer, String preTokenizer) {
    ObjectNode json = base();
    ObjectNode model = (ObjectNode) json.get("model");
    model.put("byte_fallback", true).put("fuse_unk", true);
    ObjectNode vocabulary = model.putObject("vocab").put("<unk>", 0);
    for (int b = 0; b < 256; b++) {
      vocabulary.put("<0x%02X>".formatted(b), vocabulary.size());
    }
    for (String token : new String[] {"▁", "H", "e", "He"}) {
      vocabulary.put(token, vocabulary.size());
    }
    model.set("merges", read("[['H', 'e']]"));
    json.set("normalizer", read(normalizer));
    json.set("pre_tokenizer", read(preTokenizer));
    boolean prefixed = normalizer.contains("Prepend") || preTokenizer.contains("always");
    json.set(
        "decoder",
        read(
            "{'type': 'Sequence', 'decoders': [{'type': 'Replace', 'pattern': {'String': '▁'},"
                + " 'content': ' '}, {'type': 'ByteFallback'}, {'type': 'Fuse'},"
                + " {'type': 'Strip', 'content': ' ', 'start': %d, 'stop': 0}]}",
            prefixed ? 1 : 0));
    return json;
  }

  /** A map of the letter a to the text at an offset. */
  private static String map(int offset, String texts) {
    byte[] bytes = texts.getBytes(StandardCharsets.UTF_8);
    int[] trie = new int[512];
    trie[0] = 256 << 10;
    trie[256 ^ 'a'] = 'a' | 1 << 8 | 1 << 10;
    trie[256 ^ 'a' ^ 1] = offset | 1 << 31;
    ByteBuffer map =
        ByteBuffer.allocate(4 + 4 * trie.length + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
    map.putInt(4 * trie.length);
    for (int unit : trie) {
      map.putInt(unit);
    }
    return Base64.getEncoder().encodeToString(map.put(bytes).array());
  }
}
