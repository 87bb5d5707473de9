package org.galton.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RulesTest {
  private static final Rules RULES = new Rules(Set.of("run_tests"), Set.of("submit"));

  private static Step call(String tool, String arguments) {
    return new Step(tool, arguments, "", false, "");
  }

  private static Step failed(String tool, String arguments, String result) {
    return new Step(tool, arguments, result, true, "");
  }

  private static Transcript transcript(Step... steps) {
    return new Transcript(
        Arrays.asList(steps), "", Ending.ANSWERED, Set.of(), List.of("s3cret"), false);
  }

  private static List<Rule> rules(Transcript transcript) {
    return RULES.flags(transcript).stream().map(Flag::rule).toList();
  }

  @Test
  void nothingWrongHasNoFlag() {
    assertThat(RULES.flags(transcript(call("search", "x"), call("submit", "7")))).isEmpty();
    assertThat(RULES.flags(transcript())).isEmpty();
  }

  @Test
  void onlyToolsOfAListThatIsThereAreWrong() {
    Transcript free = transcript(call("buy", ""));
    assertThat(rules(free)).isEmpty();
    Transcript bound =
        new Transcript(free.steps(), "", Ending.ANSWERED, Set.of("search"), List.of(), false);
    assertThat(RULES.flags(bound)).containsExactly(new Flag(Rule.UNDECLARED_TOOL, 1, "buy"));
    Transcript said =
        new Transcript(
            List.of(new Step("", "", "", false, "hm")),
            "",
            Ending.ANSWERED,
            Set.of("search"),
            List.of(),
            false);
    assertThat(rules(said)).isEmpty();
  }

  @Test
  void anotherCallThatSucceedsBehindAFailedOneIsACorrection() {
    Step failed = failed("search", "x", "no page");
    assertThat(RULES.flags(transcript(failed, call("search", "y"))))
        .containsExactly(
            new Flag(Rule.TOOL_ERROR, 1, "search x → no page"),
            new Flag(Rule.OTHER_CALL, 2, "search x, then search y"));
    assertThat(rules(transcript(failed, call("search", "x")))).containsExactly(Rule.TOOL_ERROR);
    assertThat(rules(transcript(failed, failed("find", "x", "no"))))
        .containsExactly(Rule.TOOL_ERROR);
    assertThat(rules(transcript(failed, call("submit", "7")))).containsExactly(Rule.TOOL_ERROR);
    assertThat(rules(transcript(failed, call("search", "x"), call("find", "x"))))
        .containsExactly(Rule.TOOL_ERROR);
    Step said = new Step("", "", "", false, "Let me try another page.");
    assertThat(rules(transcript(failed, said, call("find", "x"))))
        .containsExactly(Rule.TOOL_ERROR, Rule.OTHER_CALL);
  }

  @Test
  void aCheckCountsBeforeTheAnswerIsHandedIn() {
    assertThat(
            RULES.flags(transcript(call("edit", ""), call("run_tests", "-q"), call("submit", ""))))
        .containsExactly(new Flag(Rule.CHECK_BEFORE_ANSWER, 2, "run_tests -q"));
    assertThat(rules(transcript(call("submit", ""), call("run_tests", "")))).isEmpty();
  }

  @Test
  void wordsOfTheMachineAreABarrierWhereAToolFails() {
    assertThat(rules(transcript(failed("get", "", "HTTP 503 from host"))))
        .containsExactly(Rule.TOOL_ERROR, Rule.BARRIER_IN_RESULT);
    assertThat(rules(transcript(failed("get", "", "Connection refused"))))
        .contains(Rule.BARRIER_IN_RESULT);
    assertThat(rules(transcript(failed("get", "", "error: 1503 rows"))))
        .containsExactly(Rule.TOOL_ERROR);
    Step page = new Step("get", "", "All about the error 503", false, "");
    assertThat(rules(transcript(page))).isEmpty();
  }

  @Test
  void endingsAreFlags() {
    for (Ending ending : Ending.values()) {
      Transcript ended = new Transcript(List.of(), "7", ending, Set.of(), List.of(), false);
      assertThat(rules(ended))
          .isEqualTo(
              switch (ending) {
                case ANSWERED -> List.of();
                case UNREADABLE -> List.of(Rule.UNREADABLE_ANSWER);
                case INFRASTRUCTURE -> List.of(Rule.INFRASTRUCTURE);
                case TIMEOUT -> List.of(Rule.TIME_LIMIT);
              });
    }
  }

  @Test
  void aHiddenTextIsFoundWhereTheAgentSaysItAsAWordByItself() {
    assertThat(RULES.flags(transcript(call("read", "/s3cret/x"))))
        .containsExactly(new Flag(Rule.HIDDEN_TEXT, 1, "s3cret"));
    assertThat(rules(transcript(new Step("", "", "", false, "It is s3cret.")))).hasSize(1);
    assertThat(rules(transcript(call("read", "as3cret s3crets")))).isEmpty();
    assertThat(rules(transcript(new Step("read", "x", "s3cret", false, "")))).isEmpty();
    assertThat(
            rules(
                new Transcript(
                    List.of(), "s3cret", Ending.ANSWERED, Set.of(), List.of("s3cret"), false)))
        .containsExactly(Rule.HIDDEN_TEXT);
  }

  @Test
  void evidenceIsBounded() {
    Flag flag = RULES.flags(transcript(failed("get", "x".repeat(500), ""))).get(0);
    assertThat(flag.evidence()).hasSize(201).endsWith("…");
    assertThat(new Flag(Rule.TOOL_ERROR, 1, "\uD83D\uDE00".repeat(300)).evidence())
        .isEqualTo("\uD83D\uDE00".repeat(200) + "…");
  }
}
