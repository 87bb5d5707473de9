package org.galton.model.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.galton.chat.ChatMessage;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers do each time that they are asked so: each has its own keys, words and limits. */
final class EndpointHabitTest {
  private static final Backoff SHORT = new Backoff(Duration.ofMillis(2), Duration.ofMillis(20));
  private static final Set<String> STRICT = Set.of("top_k", "min_p", "repetition_penalty");
  private static final Sampling PLAIN = Sampling.untempered(16);

  /** OpenAI, pydantic, Groq, and one that names nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unrecognized request argument supplied: %s",
        "Unknown parameter: '%s'.",
        "property '%s' is unsupported",
        "[{'type': 'extra_forbidden', 'loc': ('body', '%s'), 'msg': 'Extra inputs are not permitted'}]",
        "Extra inputs are not permitted%.0s",
      })
  void keysThatAreOffAreLeftOutWhereTheyAreRefused(String words) {
    try (MisbehavingServer server = server(ServerHabit.strict(STRICT, words))) {
      assertThat(draw(server.source("attempts=2"), PLAIN, requests(40)))
          .hasSize(40)
          .allMatch(Completion.class::isInstance);
      assertThat(server.asked().get(server.requests() - 1).has("top_k")).isFalse();
      assertThat(server.asked().get(server.requests() - 1).path("n").asInt(1)).isEqualTo(1);
    }
  }

  @Test
  void keysThatAreDeclaredAreNeverSent() {
    try (MisbehavingServer server = server(ServerHabit.strict(STRICT, "no %s"))) {
      String source = server.source("omit=top_k,min_p,repetition_penalty");
      assertThat(draw(source, PLAIN, requests(10))).allMatch(Completion.class::isInstance);
      assertThat(server.requests()).isEqualTo(10);

      assertThatThrownBy(() -> draw(source, new Sampling(1, 5, 1, 0, 16, List.of()), requests(1)))
          .isInstanceOf(InvalidInput.class)
          .hasMessage(
              "Cannot ask model test/model: the server does not take 'top_k', which the sampling"
                  + " sets to 5; switch it off in the sampling");
    }
  }

  @Test
  void aKeyThatIsNeededIsNotLeftOut() {
    try (MisbehavingServer server = server(ServerHabit.strict(STRICT, "Unknown key '%s'"))) {
      assertThatThrownBy(
              () -> draw(server.source(), new Sampling(1, 5, 1, 0, 16, List.of()), requests(20)))
          .isInstanceOf(InvalidInput.class)
          .hasMessageEndingWith(
              "the server answered with status 400: Unknown key 'top_k'; ask it for what it takes,"
                  + " or start it with what the sweep needs");
    }
  }

  @Test
  void theWordForTheLongestCompletionIsLearntOrDeclared() {
    String words =
        "Unsupported parameter: '%s' is not supported with this model. Use"
            + " 'max_completion_tokens' instead.";
    try (MisbehavingServer server = server(ServerHabit.strict(Set.of("max_tokens"), words))) {
      assertThat(draw(server.source("in_flight=1"), PLAIN, requests(5)))
          .allMatch(Completion.class::isInstance);
      assertThat(server.requests()).isEqualTo(6);
      assertThat(server.asked().get(5).path("max_completion_tokens").asInt()).isEqualTo(16);

      draw(server.source("max_tokens_key=max_completion_tokens"), PLAIN, requests(5));
      assertThat(server.requests()).isEqualTo(11);
    }
  }

  /**
   * By vLLM of three versions, SGLang, llama.cpp, TGI, TensorRT-LLM, OpenAI, Mistral, and nobody.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "This model's maximum context length is 2048 tokens. However, you requested 3017 tokens",
        "The decoder prompt (length 3001) is longer than the maximum model length of 2048.",
        "The prompt (total length 3001) is too long to fit into the model (context length 2048).",
        "The input (3001 tokens) is longer than the model's context length (2048 tokens).",
        "Input length (3001 tokens) exceeds the maximum allowed length (2048 tokens).",
        "request (3001 tokens) exceeds the available context size (2048 tokens), try increasing it",
        "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 2048. Given: 3001",
        "Input validation error: `inputs` must have less than 1024 tokens. Given: 3001",
        "Prompt length (3001) exceeds maximum input length (2048).",
        "Your input exceeds the context window of this model. Please adjust your input",
        "Input tokens exceed the configured limit of 272000 tokens.",
        "Prompt contains 40000 tokens, too large for model with 32768 maximum context length",
        "prompt is too long: 210000 tokens > 200000 maximum",
        "Das ist mir zu viel",
      })
  void aPromptThatIsTooLongFailsAloneInWhateverWords(String words) {
    ServerHabit habit = ServerHabit.refusing(prompt -> prompt.startsWith("long"), 400, words);
    try (MisbehavingServer server = server(habit)) {
      List<Request> requests = new ArrayList<>(requests(10));
      requests.add(0, new Request(10, "long and longer", 99));
      List<Outcome> outcomes = draw(server.source("in_flight=1"), PLAIN, requests);

      assertThat(outcomes).filteredOn(Completion.class::isInstance).hasSize(10);
      assertThat(outcomes)
          .filteredOn(GenerationFailure.class::isInstance)
          .singleElement()
          .satisfies(
              failed ->
                  assertThat(((GenerationFailure) failed).reason())
                      .isEqualTo("the server answered with status 400: " + words));
      assertThat(server.asked().get(0).has("top_k")).isTrue();
      assertThat(server.asked().get(server.requests() - 1).has("top_k")).isTrue();
    }
  }

  /** As where max_tokens alone is beyond the context. */
  @Test
  void aServerThatFindsEveryPromptTooLongStopsTheSweep() {
    ServerHabit habit =
        ServerHabit.refusing(
            prompt -> true, 400, "This model's maximum context length is 8 tokens");
    try (MisbehavingServer server = server(habit)) {
      assertThatThrownBy(() -> draw(server.source("in_flight=4"), PLAIN, requests(100)))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("status 400: This model's maximum context length is 8 tokens; ");
      assertThat(server.requests()).isLessThan(40);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 500})
  void oneRolloutAtATimeIsAskedForWhereSeveralAreRefused(int status) {
    try (MisbehavingServer server =
        server(ServerHabit.single(status, "Only one completion choice is allowed"))) {
      Request[] same =
          IntStream.range(0, 40).mapToObj(i -> new Request(i, "a", i)).toArray(Request[]::new);
      assertThat(draw(server.source("n=8", "in_flight=1", "attempts=2"), PLAIN, List.of(same)))
          .hasSize(40)
          .allMatch(Completion.class::isInstance);
      assertThat(server.requests()).isEqualTo(1 + 40);
    }
  }

  @Test
  void anotherApiStopsTheSweepAtOnceAndSaysWhereItsBegins() {
    try (MisbehavingServer server = server(ServerHabit.llamaCpp(2))) {
      assertThatThrownBy(() -> draw(server.sourceAt(""), PLAIN, requests(100)))
          .isInstanceOf(InvalidInput.class)
          .hasMessageMatching(
              "Cannot ask model test/model at http://127.0.0.1:[0-9]+/completions: the server"
                  + " answered in an API of its own, without 'choices'; name the address where"
                  + " OpenAI's API begins, mostly …/v1");
      assertThat(server.requests()).isLessThan(70);
    }
  }

  @Test
  void aServerWithoutAnyUsableAnswerStopsTheSweep() {
    for (ServerFault fault : List.of(ServerFault.OTHER_TYPE, ServerFault.NO_CHOICES)) {
      try (MisbehavingServer server = sick(fault)) {
        assertThatThrownBy(
                () -> draw(server.source("attempts=2", "in_flight=4"), PLAIN, requests(100)))
            .isInstanceOf(InvalidInput.class)
            .hasMessageContaining(
                "whatever it is asked; name the address where OpenAI's API begins");
        assertThat(server.requests()).isLessThan(30);
      }
    }
    try (MisbehavingServer server = sick(ServerFault.BROKEN)) {
      assertThatThrownBy(
              () -> draw(server.source("attempts=2", "in_flight=4"), PLAIN, requests(100)))
          .isInstanceOf(ServerUnreachable.class)
          .hasMessageMatching(
              "Cannot draw with model test/model at .*/v1/completions: it has answered no request;"
                  + " 1[6-9] of 1[6-9]: the server answered with status 500: .* after 2 attempts each; look at"
                  + " the server, then run the same command again");
      assertThat(server.requests()).isLessThan(50);
    }
  }

  @Test
  void aLlamaCppIsToldInItsWordsWhatIsOffAndInWhichOrderToFilter() {
    try (MisbehavingServer server = server(ServerHabit.llamaCpp(2))) {
      draw(server.source(), PLAIN, requests(1));

      assertThat(server.asked().get(0).toString())
          .contains("\"repeat_penalty\":1,\"dry_multiplier\":0,\"xtc_probability\":0,")
          .contains("\"typical_p\":1,\"dynatemp_range\":0,\"top_n_sigma\":-1,\"mirostat\":0,")
          .contains("\"samplers\":[\"temperature\",\"top_k\",\"top_p\",\"min_p\"]");
    }
  }

  /** It would send twenty alternatives a token if it were not told. */
  @Test
  void anAnswerThatIsTooLargeIsAskedForOnceMoreWithoutItsFigures() {
    ServerHabit deaf =
        (question, answer) -> {
          question.remove("top_logprobs");
          return ServerHabit.llamaCpp(2).reply(question, answer);
        };
    try (MisbehavingServer server = server(deaf)) {
      Request request =
          new Request(
              0, new ModelPrompt.Chat(List.of(new ChatMessage(ChatMessage.Role.USER, "a"))), 1);
      List<Outcome> outcomes =
          draw(server.source("attempts=8"), Sampling.untempered(2000), List.of(request));

      assertThat(server.requests()).isEqualTo(2);
      Completion completion = (Completion) outcomes.get(0);
      assertThat(completion.logprobSum()).isNaN();
      assertThat(completion.completionTokens()).isEqualTo(2);
    }
  }

  private static MisbehavingServer server(ServerHabit habit) {
    return new MisbehavingServer(
        MisbehavingServer.Script.FLAWLESS, (prompt, seed, serial) -> "so " + serial, habit);
  }

  private static MisbehavingServer sick(ServerFault fault) {
    return new MisbehavingServer(
        (seed, attempt) -> Optional.of(fault), (prompt, seed, serial) -> "so " + serial);
  }

  private static List<Request> requests(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Request(i, "prompt " + i, i)).toList();
  }

  private static List<Outcome> draw(String source, Sampling sampling, List<Request> requests) {
    List<Outcome> outcomes = new ArrayList<>();
    try (LanguageModel model = SharedEndpoints.open(source, name -> null, SHORT)) {
      model.generate(requests.iterator(), sampling, outcomes::add);
    }
    return outcomes;
  }
}
