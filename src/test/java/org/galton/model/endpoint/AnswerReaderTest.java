package org.galton.model.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.galton.model.Completion;
import org.galton.model.Completion.Finish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer lacks is no broken answer. */
final class AnswerReaderTest {
  private static final String USAGE =
      "\"usage\": {\"prompt_tokens\": 5, \"completion_tokens\": 3, \"total_tokens\": 8}";

  /** A thinking model cut at max_tokens has no content yet, and some servers leave the key out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'role': 'assistant', 'reasoning_content': 'Let me see'}",
        "{'role': 'assistant', 'reasoning': 'Let me see'}",
        "{'role': 'assistant', 'content': null, 'reasoning': 'Let me see'}",
        "{'role': 'assistant', 'content': '', 'reasoning': 'Let me see'}",
        "{'role': 'assistant', 'content': []}",
      })
  void aThinkingModelThatWasCutHasAnEmptyTruncatedText(String message) {
    Answer answer = read(chat(message, "\"length\""), 1);

    assertThat(answer.promptTokens()).isEqualTo(5);
    assertThat(answer.choices()).containsExactly(new Choice("", Finish.LENGTH, 3, Double.NaN));
  }

  @Test
  void aRefusalIsTheText() {
    assertThat(read(chat("{'content': null, 'refusal': 'I cannot help'}", "\"stop\""), 1).choices())
        .containsExactly(new Choice("I cannot help", Finish.STOP, 3, Double.NaN));
  }

  @Test
  void textPartsAreOneText() {
    String parts = "{'content': [{'type': 'text', 'text': '4'}, {'type': 'text', 'text': '2'}]}";
    assertThat(read(chat(parts, "\"stop\""), 1).choices().get(0).text()).isEqualTo("42");
  }

  /** Without a reason a text as long as it might be was cut. */
  @ParameterizedTest
  @CsvSource({
    "stop, STOP",
    "eos_token, STOP",
    "stop_sequence, STOP",
    "tool_calls, STOP",
    "content_filter, STOP",
    "length, LENGTH",
    "model_length, LENGTH",
    "MAX_TOKENS, LENGTH",
  })
  void everyWordForAnEndIsKnown(String word, Finish finish) {
    assertThat(read(chat("{'content': '42'}", '"' + word + '"'), 1).choices())
        .containsExactly(new Choice("42", finish, 3, Double.NaN));
  }

  @Test
  void withoutAReasonATextIsCutIfItIsAsLongAsItMightBe() {
    String body = chat("{'content': '42'}", "null");

    assertThat(finish(body, 3)).isEqualTo(Finish.LENGTH);
    assertThat(finish(body, 4)).isEqualTo(Finish.STOP);
    assertThat(finish(body.replace(USAGE, "\"usage\": null"), 3)).isEqualTo(Finish.STOP);
    assertThat(finish(body.replace(", \"finish_reason\": null", ""), 3)).isEqualTo(Finish.LENGTH);
  }

  @Test
  void anAnswerThatWasGivenUpIsAskedForAgain() {
    assertThatThrownBy(() -> read(chat("{'content': '4'}", "\"abort\""), 1))
        .isInstanceOf(PassingFault.class)
        .hasMessage("ended a choice with finish_reason abort, which is neither stop nor length");
    assertThatThrownBy(() -> read(chat("3", "\"stop\""), 1))
        .isInstanceOf(PassingFault.class)
        .hasMessage("sent a choice without text");
    assertThatThrownBy(() -> read(chat("{'content': 3}", "\"stop\""), 1))
        .isInstanceOf(PassingFault.class)
        .hasMessage("sent a choice whose 'content' is no text");
  }

  /** Nothing is made up for what the server does not count. */
  @Test
  void tokensAreThoseOfTheUsageElseOfTheLogProbabilitiesElseUnknown() {
    String text =
        "{\"choices\": [{\"text\": \"42\", \"finish_reason\": \"stop\", \"logprobs\": %s}]}";

    Answer counted = read(text.formatted("{\"token_logprobs\": [-0.5, -0.25]}"), 1);
    assertThat(counted.promptTokens()).isEqualTo(Completion.UNKNOWN);
    assertThat(counted.choices()).containsExactly(new Choice("42", Finish.STOP, 2, -0.75));
    assertThat(read(text.formatted("null"), 1).choices())
        .containsExactly(new Choice("42", Finish.STOP, Completion.UNKNOWN, Double.NaN));
    assertThatThrownBy(() -> read(text.formatted("null"), 2)).isInstanceOf(SingleOnly.class);
  }

  /** Python writes the logarithm of 0 so, vLLM -9999, llama.cpp the least float. */
  @ParameterizedTest
  @CsvSource({"-Infinity", "NaN", "-9999.0", "-3.4028234663852886e+38", "null", "'\"-1\"'"})
  void aLogProbabilityThatIsNoneLeavesTheSumUnknown(String logprob) {
    String body =
        chat("{'content': '42'}", "\"stop\"")
            .replace(
                "\"logprobs\": null",
                "\"logprobs\": {\"content\": [{\"logprob\": -0.5}, {\"logprob\": %s}]}"
                    .formatted(logprob));

    assertThat(read(body, 1).choices())
        .containsExactly(new Choice("42", Finish.STOP, 3, Double.NaN));
    assertThat(read(body.replace(logprob, "-1"), 1).choices())
        .containsExactly(new Choice("42", Finish.STOP, 3, -1.5));
  }

  private static String chat(String message, String reason) {
    return "{\"choices\": [{\"index\": 0, \"message\": %s, \"logprobs\": null, \"finish_reason\": %s}], %s}"
        .formatted(message.replace('\'', '"'), reason, USAGE);
  }

  private static Finish finish(String body, int maxTokens) {
    return AnswerReader.read(bytes(body), 1, maxTokens, "application/json", 0)
        .choices()
        .get(0)
        .finish();
  }

  private static Answer read(String body, int asked) {
    return AnswerReader.read(bytes(body), asked, 16, "application/json", 0);
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
