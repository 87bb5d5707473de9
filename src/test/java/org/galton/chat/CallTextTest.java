package org.galton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls as text, and back. */
final class CallTextTest {
  private static final ChatCall ADD = new ChatCall("", "calculator", "{\"expression\": \"1+1\"}");
  private static final ChatCall LIST = new ChatCall("", "f", "{\"a\": [1, 2.5, {}], \"é\": null}");

  @Test
  void callsAreWrittenAsTemplatesWriteThem() {
    assertThat(CallText.write("Let me see.", List.of(ADD, LIST)))
        .isEqualTo(
            """
            Let me see.
            <tool_call>
            {"name": "calculator", "arguments": {"expression": "1+1"}}
            </tool_call>
            <tool_call>
            {"name": "f", "arguments": {"a": [1, 2.5, {}], "é": null}}
            </tool_call>""");
    assertThat(CallText.write("", List.of())).isEmpty();
  }

  @Test
  void theyAreReadAsTheyAreWritten() {
    for (String words : List.of("", "Let me see.\n", "<b> \\boxed{1}\n")) {
      assertThat(CallText.read(CallText.write(words, List.of(ADD, LIST))))
          .contains(new CallText.Said(words, List.of(ADD, LIST)));
    }
    assertThat(
            CallText.read(
                "<tool_call>{\"arguments\":{\"expression\":\"1+1\"},\"name\":\"calculator\"}"))
        .as("without an end")
        .contains(new CallText.Said("", List.of(ADD)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2",
        "<tool_call>",
        "<tool_call></tool_call>",
        "<tool_call>{\"name\": 7, \"arguments\": {}}</tool_call>",
        "<tool_call>{\"name\": \"f\"}</tool_call>",
        "<tool_call>{\"name\": \"f\", \"arguments\": \"{}\"}</tool_call>",
        "<tool_call>{\"name\": \"f\", \"arguments\": {}}</tool_call> \\boxed{2}",
        "<tool_call>{\"name\": \"f\", \"arguments\": {}} {}</tool_call>"
      })
  void whatIsNoCallStaysText(String answer) {
    assertThat(CallText.read(answer)).isEmpty();
  }

  /** Deeper than any template can go, and than a thread's stack. */
  @Test
  void deepArgumentsAreNotRead() {
    for (int depth : new int[] {64, 1_000, 100_000}) {
      String deep = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
      String call = "<tool_call>{\"name\": \"f\", \"arguments\": " + deep + "}</tool_call>";
      assertThat(CallText.read(call)).isEmpty();
      assertThat(CallText.arguments(deep + "}")).isEmpty();
      assertThat(CallText.write("", List.of(new ChatCall("", "f", deep))))
          .startsWith("<tool_call>\n{\"name\": \"f\", \"arguments\": ");
    }
    assertThat(CallText.read("<tool_call>".repeat(1_000_000))).isEmpty();
  }
}
