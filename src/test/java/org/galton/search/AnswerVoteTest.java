package org.galton.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerVoteTest {
  @Test
  void theFirstCandidateWithAnAnswerThatEnoughGiveIsAccepted() {
    AnswerVote vote = new AnswerVote(5, 3);

    assertThat(count(vote, "a", "b", "c", "b", "b"))
        .isEqualTo(new AnswerVote.Result(3, OptionalInt.of(1)));
    assertThat(count(vote, "a", "b", "c", "b", "c"))
        .isEqualTo(new AnswerVote.Result(2, OptionalInt.empty()));
    assertThat(count(vote, "a", "a", "a", "a", "a"))
        .isEqualTo(new AnswerVote.Result(5, OptionalInt.of(0)));
  }

  @Test
  void aMissingAnswerHasNoVote() {
    AnswerVote vote = new AnswerVote(4, 3);

    assertThat(count(vote, "", "", "", "a"))
        .isEqualTo(new AnswerVote.Result(1, OptionalInt.empty()));
    assertThat(count(vote, "", "", "", ""))
        .isEqualTo(new AnswerVote.Result(0, OptionalInt.empty()));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 3", "4, 3", "10, 7", "1000, 700"})
  void sevenTenthsOfTheCandidatesAreTheUsualMajority(int candidates, int votes) {
    assertThat(AnswerVote.of(candidates)).isEqualTo(new AnswerVote(candidates, votes));
  }

  @ParameterizedTest
  @CsvSource({"10, 5", "10, 11", "9, 4", "1, 0", "2, 2000000000"})
  void aMajorityIsMoreThanHalf(int candidates, int votes) {
    assertThatThrownBy(() -> new AnswerVote(candidates, votes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Invalid votes %d of %d candidates".formatted(votes, candidates));
  }

  private static AnswerVote.Result count(AnswerVote vote, String... answers) {
    List<Optional<String>> given =
        Stream.of(answers).map(answer -> Optional.of(answer).filter(a -> !a.isEmpty())).toList();
    return vote.count(given);
  }
}
