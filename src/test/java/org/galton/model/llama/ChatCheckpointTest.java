package org.galton.model.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.galton.chat.ChatMessage;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.SamplingDefaults;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.model.llama.decoding.RandomModel;
import org.galton.model.llama.tokenizer.ChatTemplate;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.model.llama.tokenizer.TokenizerJson;
import org.galton.spec.InvalidInput;
import org.galton.train.TrainingVocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a checkpoint brings besides its weights: a chat template, recommended sampling. */
final class ChatCheckpointTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeACheckpoint() throws IOException {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 1)) {
      String tokenizer = new String(TrainingVocabulary.tokenizerJson(), StandardCharsets.UTF_8);
      new CheckpointWriter(random.config, tokenizer, 0)
          .write(folder, random.weights, "{}".getBytes(StandardCharsets.UTF_8));
    }
  }

  private void file(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private static ModelPrompt.Chat chat(String user) {
    return new ModelPrompt.Chat(List.of(new ChatMessage(ChatMessage.Role.USER, user)));
  }

  private SamplingDefaults sampling() {
    return Checkpoint.open(folder.toString()).card().sampling();
  }

  @Test
  void chatIsTheTextThatItsTemplateMakes() throws IOException {
    file("chat_template.jinja", "Q {{ messages[0].content }} A ");
    Sampling greedy = new Sampling(0, 0, 1, 0, 8, List.of());
    List<Outcome> outcomes = new ArrayList<>();
    try (LanguageModel model = SharedCheckpoints.open(folder.toString(), 2)) {
      List<Request> requests =
          List.of(new Request(0, chat("1+1"), 7), new Request(1, "Q 1+1 A ", 7));
      model.generate(requests.iterator(), greedy, outcomes::add);
    }
    assertThat(outcomes)
        .hasSize(2)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Completion.class))
        .extracting(outcome -> ((Completion) outcome).text())
        .containsOnly(((Completion) outcomes.get(0)).text());
    assertThat(((Completion) outcomes.get(0)).promptTokens()).isEqualTo(8);
  }

  @Test
  void chatThatTheTemplateRefusesFailsAlone() throws IOException {
    file(
        "chat_template.jinja",
        "{{ messages[0].content }}{{ raise_exception('no') if 'x' in messages[0].content }}");
    List<Outcome> outcomes = new ArrayList<>();
    try (LanguageModel model = SharedCheckpoints.open(folder.toString(), 1)) {
      List<Request> requests =
          List.of(
              new Request(0, chat("a"), 1), new Request(1, chat("x"), 2), new Request(2, "b", 3));
      model.generate(requests.iterator(), Sampling.untempered(2), outcomes::add);
    }
    assertThat(outcomes).hasSize(3);
    assertThat(outcomes)
        .filteredOn(GenerationFailure.class::isInstance)
        .singleElement()
        .isEqualTo(
            new GenerationFailure(
                new Request(1, chat("x"), 2),
                "Cannot render "
                    + folder.resolve("chat_template.jinja")
                    + " line 1: it refuses: no"));
  }

  @Test
  void templateWritesTheSpecialTokensAndTheTokenizerAddsNone() throws IOException {
    file("chat_template.jinja", "<s>{{ messages[0].content }}<end>");
    String json =
        """
        {"version": "1.0", "truncation": null, "padding": null, "normalizer": null,
         "pre_tokenizer": null, "decoder": null,
         "added_tokens": [
           {"id": 0, "content": "<s>", "single_word": false, "lstrip": false, "rstrip": false,
            "normalized": false, "special": true},
           {"id": 1, "content": "<end>", "single_word": false, "lstrip": false, "rstrip": false,
            "normalized": false, "special": true}],
         "post_processor": {"type": "TemplateProcessing",
           "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}},
                      {"Sequence": {"id": "A", "type_id": 0}}],
           "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
           "special_tokens": {"<s>": {"id": "<s>", "ids": [0], "tokens": ["<s>"]}}},
         "model": {"type": "BPE", "dropout": null, "unk_token": null,
           "continuing_subword_prefix": null, "end_of_word_suffix": null, "fuse_unk": false,
           "byte_fallback": false, "ignore_merges": false,
           "vocab": {"<s>": 0, "<end>": 1, "a": 2, "b": 3}, "merges": []}}
        """;
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (Tokenizer tokenizer =
        new Tokenizer(
            TokenizerJson.read(bytes, "tokenizer.json"),
            ChatTemplate.of(new CheckpointFiles.Folder(folder)))) {
      assertThat(tokenizer.encode(new ModelPrompt.Raw("ab"))).containsExactly(0, 2, 3);
      assertThat(tokenizer.encode(chat("ab"))).containsExactly(0, 2, 3, 1);
    }
  }

  @Test
  void cardSaysWhetherTheModelTakesChats() throws IOException {
    assertThatThrownBy(() -> Checkpoint.open(folder.toString()).card().chat().check(chat("a")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(
            "Cannot ask model " + folder + " in a chat: it has no chat template");
    file("chat_template.jinja", "{{ messages[0].content }}");
    Checkpoint.open(folder.toString()).card().chat().check(chat("a"));
  }

  @Test
  void recommendedSamplingIsRead() throws IOException {
    assertThat(sampling()).isEqualTo(SamplingDefaults.NONE);
    file(
        "generation_config.json",
        """
        {"do_sample": true, "temperature": 0.6, "top_k": 20, "top_p": 0.95, "eos_token_id": [0],
         "repetition_penalty": 1.0, "typical_p": null, "max_new_tokens": 2048,
         "transformers_version": "4.51.0"}
        """);
    assertThat(sampling().temperature()).hasValue(0.6);
    assertThat(sampling().topK()).hasValue(20);
    assertThat(sampling().topP()).hasValue(0.95);
    assertThat(sampling().minP()).isEmpty();
    assertThat(sampling().unsupported()).isEmpty();
  }

  /** As files for vLLM have it, where nothing is left out. */
  @Test
  void topKOfMinusOneIsOff() throws IOException {
    file("generation_config.json", "{\"top_k\": -1, \"top_p\": 0.9}");
    assertThat(sampling().topK()).hasValue(0);
    file("generation_config.json", "{\"top_k\": -2}");
    assertThatThrownBy(this::sampling).hasMessageContaining("Invalid top_k -2");
  }

  /** Nothing is padded here, so only a text that spells the token needs an embedding of it. */
  @Test
  void aPaddingTokenMayLieBeyondTheVocabulary() throws IOException {
    ObjectNode json =
        (ObjectNode) new ObjectMapper().readTree(folder.resolve("tokenizer.json").toFile());
    int vocabulary = Checkpoint.open(folder.toString()).config().vocabulary();
    ObjectNode token = json.withArray("added_tokens").addObject();
    token.put("id", vocabulary).put("content", "[PAD]").put("single_word", false);
    token.put("lstrip", false).put("rstrip", false).put("normalized", false).put("special", true);
    file("tokenizer.json", json.toString());
    assertThatThrownBy(() -> Checkpoint.open(folder.toString()).tokenizer().close())
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("its largest token id is " + vocabulary + " and vocab_size");

    file("tokenizer_config.json", "{\"pad_token\": \"[PAD]\"}");
    try (Tokenizer tokenizer = Checkpoint.open(folder.toString()).tokenizer()) {
      assertThat(tokenizer.encode("1+1")).hasSize(3);
      assertThatThrownBy(() -> tokenizer.encode("1[PAD]1"))
          .isInstanceOf(InvalidInput.class)
          .hasMessageEndingWith(
              ": it spells the padding token, id %d, which the model has no embedding for; leave it out of the prompt"
                  .formatted(vocabulary));
    }
  }

  @Test
  void aBeginningThatTheFilesDisagreeAboutIsWarnedOf() throws IOException {
    file("tokenizer_config.json", "{\"add_bos_token\": true, \"add_eos_token\": false}");
    CheckpointFiles files = new CheckpointFiles.Folder(folder);
    try (Tokenizer tokenizer = Checkpoint.open(folder.toString()).tokenizer()) {
      assertThat(tokenizer.contradictions(files))
          .containsExactly(
              folder.resolve("tokenizer_config.json")
                  + " says add_bos_token true, and tokenizer.json puts no special token before a raw"
                  + " text; tokenizer.json is followed: if the model was trained otherwise, change"
                  + " its post_processor");
      file("tokenizer_config.json", "{\"add_bos_token\": false}");
      assertThat(tokenizer.contradictions(files)).isEmpty();
      file("tokenizer_config.json", "{}");
      assertThat(tokenizer.contradictions(files)).isEmpty();
    }
  }

  @Test
  void recommendationsThatGaltonDoesNotHaveAreNamed() throws IOException {
    file(
        "generation_config.json",
        "{\"top_p\": 0.8, \"repetition_penalty\": 1.05, \"num_beams\": 4, \"suppress_tokens\":"
            + " [3]}");
    assertThat(sampling().unsupported())
        .containsExactly("num_beams=4", "repetition_penalty=1.05", "suppress_tokens=[3]");
  }

  @Test
  void recommendationThatIsNoneIsRefused() throws IOException {
    String name = "Cannot read " + folder.resolve("generation_config.json");
    file("generation_config.json", "{\"temperature\": \"warm\"}");
    assertThatThrownBy(this::sampling)
        .isInstanceOf(InvalidInput.class)
        .hasMessage(name + ": 'temperature' is \"warm\", expected a number");
    file("generation_config.json", "{\"top_p\": 1.5}");
    assertThatThrownBy(this::sampling)
        .hasMessage(name + ": Invalid top_p 1.5: expected above 0 and at most 1");
    file("generation_config.json", "{");
    assertThatThrownBy(this::sampling)
        .hasMessage(
            name
                + ": it is not JSON at line 1, column 2 (Unexpected end-of-input: expected close"
                + " marker for Object); copy the file again from where the model is published");
  }
}
