package org.galton.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.galton.chat.ChatCall;
import org.galton.chat.ChatMessage;
import org.galton.chat.ChatTool;
import org.galton.chat.Dialogue;
import org.galton.environment.suite.Environments;
import org.galton.game.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Episodes as positions: what is asked, what is read from answers, and what transcripts tell. */
final class PlayTest {
  /** Its number is 3. */
  private static final long SEED = 20;

  private static final EpisodeRules PROSE = rules("guess-the-number/easy", Style.PROSE, 100);

  private static final EpisodeRules PROSE_SUMS = rules("arithmetic/easy", Style.PROSE, 100);

  private static EpisodeRules rules(String id, Style style, int history) {
    return new EpisodeRules(Environments.named(id).orElseThrow(), style, new History(history));
  }

  private static Play play(EpisodeRules rules, long seed, String... answers) {
    Play play = rules.start(seed);
    for (String answer : answers) {
      play = play.after(List.of(answer), List.of(7));
    }
    return play;
  }

  @Test
  void theLastBoxOfAnAnswerCounts() {
    Play play = play(PROSE, SEED, "I think of \\boxed{9}, no: \\boxed{5}. Done.");
    assertThat(play.played().get(0).action()).contains("5");
    assertThat(play.state().observation()).isEqualTo("5 is too high.");
    assertThat(play(PROSE, SEED, "\\boxed{ 5 }").state().observation()).isEqualTo("5 is too high.");
    for (String none : List.of("5", "\\boxed{5", "\\boxed{}", "")) {
      assertThat(play(PROSE, SEED, none).state().formatError()).as(none).isTrue();
    }
  }

  /** A program is the last block that is closed; its limit is the environment's own. */
  @Test
  void theLastBlockOfAProgramCounts() {
    EpisodeRules rules = rules("code/easy", Style.PROSE, 100);
    Play play =
        play(rules, 2, "First:\n```\ndef f(x): return 1\n```\nbetter:\n```python\nx = {}\n```");
    assertThat(play.played().get(0).action()).contains("x = {}");
    for (String one :
        List.of("```py\nx = 1```", "```x = 1```", "```\nx = 1\n``` and ```python\n")) {
      assertThat(play(rules, 2, one).played().get(0).action()).as(one).contains("x = 1");
    }
    for (String none :
        List.of("x = 1", "\\boxed{x = 1}", "```\nx = 1", "``````", "```".repeat(20_001))) {
      assertThat(play(rules, 2, none).state().formatError()).isTrue();
    }
    String longest = "x = " + "1".repeat(3_996);
    assertThat(play(rules, 2, "```\n" + longest + "\n```").played().get(0).action())
        .contains(longest);
    assertThat(play(rules, 2, "```\n" + longest + "1\n```").state().formatError()).isTrue();
    Play called =
        play(
            rules,
            2,
            "<tool_call>{\"name\": \"program\", \"arguments\": {\"code\": \"print(1)\\nprint(2 // 0)\"}}</tool_call>");
    assertThat(called.state().call().orElseThrow().failed()).isTrue();
    assertThat(called.turns().get(0))
        .contains("between ```python and ```; the last block counts.")
        .contains(
            "You called program with:\n```python\nprint(1)\nprint(2 // 0)\n```\nError: line 2: division by zero\n\nTurn 2 of at most 4.");
  }

  @Test
  void historyShowsAllTurnsSomeOrTheLastObservation() {
    String[] answers = {"\\boxed{9}", "\\boxed{8}"};
    String all = play(PROSE, SEED, answers).turns().get(0);
    assertThat(all)
        .contains("Name a number from 1 to 10.")
        .contains("You answered \\boxed{9}.\n9 is too high.")
        .endsWith("You answered \\boxed{8}.\n8 is too high.\n\nTurn 3 of at most 4.\n");
    String last =
        play(rules("guess-the-number/easy", Style.PROSE, 1), SEED, answers).turns().get(0);
    assertThat(last)
        .contains("(1 earlier turns are left out.)\n\n9 is too high.\n\nYou answered \\boxed{8}.")
        .doesNotContain("Name a number");
    String none =
        play(rules("guess-the-number/easy", Style.PROSE, 0), SEED, answers).turns().get(0);
    assertThat(none).contains("8 is too high.").doesNotContain("answered", "9 is");
  }

  @Test
  void marksAreOneLineWithAllThatIsKnown() {
    EpisodeRules brief = rules("guess-the-number/easy", Style.MARKS, 0);
    assertThat(play(brief, SEED, "9", "2; and more").turns())
        .containsExactly("guess-the-number/easy 9>2<=");
    EpisodeRules whole = rules("guess-the-number/easy", Style.MARKS, 100);
    assertThat(play(whole, SEED, "9", "2;").turns())
        .containsExactly("guess-the-number/easy =9;9>=2;9>2<=");
    assertThat(MarkedTurn.read("guess-the-number/easy =9;9>=2;9>2<="))
        .contains(new MarkedTurn("guess-the-number/easy", "9>2<"));
    assertThat(MarkedTurn.read("Find a hidden number")).isEmpty();
    assertThat(whole.answerEnds()).containsExactly(";");
  }

  /** Every environment, in both styles: the solver's transcript reads back as the same play. */
  @ParameterizedTest
  @MethodSource("org.galton.environment.suite.EnvironmentsTest#ids")
  void aTranscriptReadsBackAsItsEpisode(String id) {
    for (Style style : Style.values()) {
      EpisodeRules rules = rules(id, style, 100);
      for (Policy policy : List.of(rules.environment().solver(), rules.environment().random())) {
        Play play = rules.start(11);
        while (!play.over()) {
          String action =
              policy.action(play.state().world().marks(), Policy.chance(11, play.played().size()));
          play = play.after(List.of(rules.answer(action)), List.of(3));
        }
        Optional<Play> read = EpisodeTranscript.read(play.transcript(), rules, 11);
        assertThat(read).isPresent();
        assertThat(read.get().transcript()).isEqualTo(play.transcript());
        assertThat(read.get().discountedReturn(.9)).isEqualTo(play.discountedReturn(.9));
      }
    }
  }

  @Test
  void whatDoesNotFollowFromTheAnswersIsNoTranscript() {
    Play won = play(PROSE, SEED, "\\boxed{5}", "\\boxed{3}");
    String told = won.transcript();
    assertThat(won.state().won()).isTrue();
    assertThat(told)
        .isEqualTo(
            """
            {"turn":1,"answer":"\\\\boxed{5}","action":"5","observation":"5 is too high.","reward":0.0,"terminated":false,"truncated":false,"format_error":false,"won":false,"tokens":7}
            {"turn":2,"answer":"\\\\boxed{3}","action":"3","observation":"3 is the number.","reward":1.0,"terminated":true,"truncated":false,"format_error":false,"won":true,"tokens":7}
            """);
    assertThat(EpisodeTranscript.read(told, PROSE, SEED)).isPresent();
    for (String other :
        List.of(
            told.replace("\"reward\":0.0", "\"reward\":1.0"),
            told.replace("too high", "too low"),
            told.replace("\"action\":\"5\"", "\"action\":\"4\""),
            told.replace("\"turn\":2", "\"turn\":3"),
            told.replace("{5}", "{6}"),
            told + told,
            told.lines().findFirst().orElseThrow() + "\n",
            told.stripTrailing(),
            "",
            "won\n",
            "[".repeat(100_000) + "\n",
            "{\"answer\":7}\n")) {
      assertThat(EpisodeTranscript.read(other, PROSE, SEED)).isEmpty();
    }
    assertThat(EpisodeTranscript.read(told, PROSE, 0)).as("another episode").isEmpty();
  }

  /** Rewards 0, 0, 1 and discount .9: .81, .9, 1. */
  @Test
  void returnsAreDiscountedByTurns() {
    Play won = play(PROSE, SEED, "\\boxed{5}", "\\boxed{4}", "\\boxed{3}");
    assertThat(won.discountedReturn(.9)).isCloseTo(.81, within(1e-15));
    assertThat(won.discountedReturn(1)).isEqualTo(1);
    assertThat(play(PROSE, SEED, "\\boxed{5}", "no").discountedReturn(.9))
        .isCloseTo(-.09, within(1e-15));
  }

  /** 10 MB, control characters, halves of characters and deep JSON end a turn by rule. */
  @Test
  void hostileAnswersEndATurnByRule() {
    String huge = "x".repeat(10_000_000);
    Play cut = play(PROSE, SEED, huge + "\\boxed{5}");
    assertThat(cut.played().get(0).action()).contains("5");
    assertThat(cut.played().get(0).answer()).hasSize(Answer.LONGEST);
    assertThat(play(PROSE, SEED, "\\boxed{5}" + huge).state().formatError()).isTrue();
    assertThat(play(PROSE, SEED, "\\boxed{" + huge).state().formatError()).isTrue();
    assertThat(play(PROSE, SEED, "\\boxed{".repeat(1_000_000)).state().formatError()).isTrue();
    Play controls = play(PROSE, SEED, "\u0000\ud800\u202e\\boxed{5}\udc00", "\\boxed{3}");
    assertThat(EpisodeTranscript.read(controls.transcript(), PROSE, SEED)).isPresent();
    assertThat(controls.played().get(0).answer()).isEqualTo("\u0000\ufffd\u202e\\boxed{5}\ufffd");
    EpisodeRules marks = rules("guess-the-number/easy", Style.MARKS, 100);
    assertThat(play(marks, SEED, huge).state().formatError()).isTrue();
    assertThat(play(marks, SEED, "5;" + huge).played().get(0).answer()).hasSize(Answer.LONGEST);
  }

  private static final String CALL =
      "<tool_call>{\"name\": \"calculator\", \"arguments\": {\"expression\": \"%s\"}}</tool_call>";

  @Test
  void aCallIsATurnAndItsErrorToo() {
    EpisodeRules rules = rules("arithmetic/easy", Style.PROSE, 100);
    Play called = play(rules, 1, "Let me see. " + CALL.formatted("2*(3+4)"));
    assertThat(called.state().observation()).isEqualTo("14");
    assertThat(called.state().call()).contains(new ToolCall("calculator", "2*(3+4)", false));
    assertThat(called.transcript())
        .contains("\"tool\":\"calculator\",\"arguments\":\"2*(3+4)\",\"failed\":false");
    for (String broken :
        List.of(
            CALL.formatted("2/0"),
            CALL.formatted(""),
            "<tool_call>{\"name\": \"python\", \"arguments\": {\"code\": \"1\"}}</tool_call>",
            "<tool_call>{\"name\": \"Web-Search\", \"arguments\": {\"code\": \"1\"}}</tool_call>",
            "<tool_call>{\"name\": 7}</tool_call>",
            "<tool_call>" + "[".repeat(60_000),
            "<tool_call>" + "{\"a\":".repeat(10_000) + "</tool_call>",
            "<tool_call>")) {
      Play failed = play(rules, 1, broken);
      assertThat(failed.state().formatError()).as(broken.substring(0, 11)).isFalse();
      assertThat(failed.state().call().orElseThrow().failed()).isTrue();
      assertThat(failed.over()).isFalse();
    }
    Play deep = play(rules, 1, "<tool_call>" + "{\"a\":".repeat(100_000) + "</tool_call>");
    assertThat(deep.state().formatError()).as("its beginning is not read").isTrue();
    Play endless = play(rules, 1, "<tool_call>", "<tool_call>", "<tool_call>", "<tool_call>");
    assertThat(endless.state().truncated()).isTrue();
    assertThat(endless.discountedReturn(1)).isZero();
  }

  /** The same answers are the same episode in either form; what was said once stays as it was. */
  @Test
  void aChatHasTheAgentsOwnWordsItsCallsAndTheirResults() {
    EpisodeRules chat = PROSE_SUMS.inForm(TurnForm.CHAT);
    String[] answers = {
      "Hm.\n" + CALL.formatted("1+1") + CALL.formatted("2+2"), CALL.formatted("2/0"), "<tool_call>{"
    };
    Play play = play(chat, 1, answers);
    assertThat(play.transcript()).isEqualTo(play(PROSE_SUMS, 1, answers).transcript());
    Dialogue dialogue = play.dialogues().get(0);
    assertThat(dialogue.tools())
        .containsExactly(
            ChatTool.of(
                "calculator",
                "It computes whole numbers with + - * and parentheses.",
                "expression"));
    List<ChatMessage> messages = dialogue.messages();
    assertThat(messages.get(0).content())
        .startsWith("Compute an expression.")
        .contains("You may call a tool, in a turn of its own: of several calls the last counts.")
        .contains("Put your answer into \\boxed{}; the last box counts. You have at most 4 turns.")
        .endsWith("\n\nWhat is 57 * 97?");
    assertThat(messages.subList(1, messages.size()))
        .containsExactly(
            ChatMessage.calling(
                "Hm.",
                List.of(new ChatCall("call00001", "calculator", "{\"expression\": \"2+2\"}"))),
            ChatMessage.result(
                "call00001", "(1 other calls were not run: the last one of an answer counts.)\n4"),
            ChatMessage.calling(
                "", List.of(new ChatCall("call00002", "calculator", "{\"expression\": \"2/0\"}"))),
            ChatMessage.result(
                "call00002", "Error: expected a number, + - * or parentheses at character 2"),
            new ChatMessage(ChatMessage.Role.ASSISTANT, "<tool_call>{"),
            new ChatMessage(
                ChatMessage.Role.USER,
                "Cannot read this call: expected one of the tools calculator."));
    assertThat(play(chat, 1, answers[0], answers[1]).dialogues().get(0).messages())
        .isEqualTo(messages.subList(0, 5));
    assertThat(play(chat, 1, "\\boxed{0}").dialogues()).as("it is over").isEmpty();
    assertThat(play(PROSE_SUMS, 1).dialogues()).as("turns are texts").isEmpty();
    assertThatThrownBy(() -> rules("hanoi/easy", Style.MARKS, 0).inForm(TurnForm.CHAT))
        .hasMessage(
            "Invalid style 'marks' with turns as a chat: expected 'prose', or turns as text");
  }

  @Test
  void aChatLeavesOutEarlierTurnsAsHistorySays() {
    EpisodeRules last = rules("guess-the-number/easy", Style.PROSE, 1).inForm(TurnForm.CHAT);
    List<ChatMessage> messages =
        play(last, SEED, "\\boxed{9}", "or \\boxed{8}").dialogues().get(0).messages();
    assertThat(messages).hasSize(3);
    assertThat(messages.get(0).content())
        .endsWith("(1 earlier turns are left out.)\n\n9 is too high.");
    assertThat(messages.get(1).content()).isEqualTo("or \\boxed{8}");
    assertThat(messages.get(2).content()).isEqualTo("8 is too high.");
  }

  /** However much an agent says, a chat keeps a bounded part of it. */
  @Test
  void aChatOfHostileAnswersIsBounded() {
    EpisodeRules chat = PROSE_SUMS.inForm(TurnForm.CHAT);
    String call = CALL.formatted("1+1");
    Play play = play(chat, 1, "x".repeat(10_000_000) + call, call.repeat(100_000), "\ud800" + call);
    List<ChatMessage> messages = play.dialogues().get(0).messages();
    assertThat(messages).hasSize(7);
    assertThat(messages).allMatch(message -> message.content().length() <= Answer.LONGEST);
    assertThat(messages).allMatch(message -> message.calls().size() <= 1);
    assertThat(messages.get(5).content()).isEqualTo("\ufffd");
    assertThat(EpisodeTranscript.read(play(chat, 1, call, "\\boxed{1}").transcript(), chat, 1))
        .isPresent();
  }

  @Test
  void aPositionTakesOneAnswerUntilItIsOver() {
    Play over = play(PROSE, SEED, "\\boxed{3}");
    assertThat(over.turns()).isEmpty();
    assertThatThrownBy(() -> over.after(List.of("\\boxed{3}")))
        .hasMessage("Cannot play on with 1 answers: expected 0, one for each turn");
    assertThatThrownBy(() -> PROSE.start(SEED).after(List.of("a", "b")))
        .hasMessageContaining("expected 1");
    assertThatThrownBy(() -> new History(101))
        .hasMessage("Invalid history 101: expected 0 to 100 turns, or all");
  }
}
