package org.galton.game.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.galton.game.Position;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WalkTranscriptTest {
  private static final WalkRules CHAIN = new WalkRules(Sampler.CHAIN, Votes.NONE, 3);

  private static final String WHOLE =
      """
      {"step":1,"source":"a","answers":["b"],"target":"b"}
      {"step":2,"source":"b","answers":["say \\"c\\"\\n"]}
      {"step":3,"source":"b","answers":["b"],"target":"b"}
      """;

  private static Walker walker(WalkRules rules) {
    return new Walker(rules, new OneLetter(), "a");
  }

  @Test
  void isOneStepALine() {
    Position end =
        walker(CHAIN)
            .start(1)
            .after(List.of("b"))
            .after(List.of("say \"c\"\n"))
            .after(List.of("b"));

    assertThat(end.transcript()).isEqualTo(WHOLE);
    assertThat(walker(CHAIN).read(WHOLE)).isPresent();
  }

  @Test
  void readsWhatItWroteWhateverWasSaid() {
    SplittableRandom random = new SplittableRandom(11);
    String[] pieces = {
      "a", "b", "c", "\"", "\\", "\n", "{", "\u0000", "\u2028", "\uD83D\uDE00", "é"
    };
    for (int walk = 0; walk < 200; walk++) {
      WalkRules rules =
          new WalkRules(
              walk % 2 == 0 ? Sampler.POOL : Sampler.CHAIN,
              new Votes(1 + walk % 3, 1 + walk % 3),
              8);
      Position position = walker(rules).start(walk);
      while (!position.over()) {
        position =
            position.after(
                position.turns().stream()
                    .map(turn -> pieces[random.nextInt(3)] + said(random, pieces))
                    .toList());
      }
      String transcript = position.transcript();
      List<Step> steps = walker(rules).read(transcript).orElseThrow();
      assertThat(WalkTranscript.write(steps)).isEqualTo(transcript);
      assertThat(steps.get(0).source()).isEqualTo("a");
    }
  }

  private static String said(SplittableRandom random, String[] pieces) {
    StringBuilder said = new StringBuilder();
    for (int length = random.nextInt(3) * random.nextInt(60); length > 0; length--) {
      said.append(pieces[random.nextInt(pieces.length)]);
    }
    return said.toString();
  }

  @Test
  void longAnswersAreCut() {
    Step step = walker(CHAIN).step("a", List.of("x".repeat(63) + "\uD83D\uDE00"));

    assertThat(step.answers()).containsExactly("x".repeat(63));
    assertThat(walker(CHAIN).step("a", List.of("x".repeat(1_000))).answers().get(0)).hasSize(64);
    assertThat(step.target()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "b",
        "[]",
        "null",
        "{}",
        "{\"step\":1",
        "{\"step\":2,\"source\":\"a\",\"answers\":[\"b\"],\"target\":\"b\"}",
        "{\"step\":1,\"source\":\"b\",\"answers\":[\"b\"],\"target\":\"b\"}",
        "{\"step\":1,\"source\":\"a\",\"answers\":[\"b\"],\"target\":\"c\"}",
        "{\"step\":1,\"source\":\"a\",\"answers\":[\"b\"]}",
        "{\"step\":1,\"source\":\"a\",\"answers\":[\"B\"],\"target\":\"B\"}",
        "{\"step\":1,\"source\":\"a\",\"answers\":[],\"target\":\"a\"}",
        "{\"step\":1,\"source\":\"a\",\"answers\":[\"b\",\"b\"],\"target\":\"b\"}",
        "{\"step\":1,\"source\":\"a\",\"answers\":\"b\",\"target\":\"b\"}",
        "{\"step\":1,\"answers\":[\"b\"],\"target\":\"b\"}",
      })
  void otherLinesAreNoStep(String first) {
    String rest = WHOLE.substring(WHOLE.indexOf('\n') + 1);

    assertThat(walker(CHAIN).read(first + "\n" + rest)).isEmpty();
    assertThat(walker(CHAIN.withSteps(1)).read(first + "\n")).isEmpty();
  }

  @Test
  void aWholeWalkHasAllItsSteps() {
    assertThat(walker(CHAIN.withSteps(2)).read(WHOLE)).isEmpty();
    assertThat(walker(CHAIN.withSteps(4)).read(WHOLE)).isEmpty();
    assertThat(walker(CHAIN).read(WHOLE.stripTrailing())).isEmpty();
    assertThat(walker(CHAIN).read(WHOLE + "\n")).isEmpty();
  }

  @Test
  void aPoolMayGoBackButOnlyToWhatItFound() {
    WalkRules pool = CHAIN.withSampler(Sampler.POOL).withSteps(2);
    String first = "{\"step\":1,\"source\":\"a\",\"answers\":[\"b\"],\"target\":\"b\"}\n";
    String second = "{\"step\":2,\"source\":\"%s\",\"answers\":[\"no\"]}\n";

    assertThat(walker(pool).read(first + second.formatted("a"))).isPresent();
    assertThat(walker(pool).read(first + second.formatted("b"))).isPresent();
    assertThat(walker(pool).read(first + second.formatted("no"))).isEmpty();
    assertThat(walker(pool.withSampler(Sampler.CHAIN)).read(first + second.formatted("a")))
        .isEmpty();
  }

  @Test
  void hostileTextsAreRefusedAtOnce() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String text :
              List.of(
                  "[".repeat(1_000_000) + "\n",
                  "{\"a\":".repeat(300) + "\n",
                  "\n".repeat(1_000_000),
                  "{\"step\":1,\"source\":\"" + "a".repeat(5_000_000) + "\"}\n",
                  "{\"step\":1,\"source\":\"a\",\"answers\":[" + "\"b\",".repeat(90) + "\"b\"]}\n",
                  "{\"step\":1,\"source\":\"a\",\"answers\":[\"" + "b".repeat(65) + "\"]}\n",
                  "{\"step\":99999999999999999999}\n")) {
            assertThat(walker(CHAIN.withSteps(1)).read(text)).isEmpty();
          }
        });
  }
}
