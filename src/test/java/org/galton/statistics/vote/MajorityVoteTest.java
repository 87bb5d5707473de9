package org.galton.statistics.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.galton.statistics.Ballot;
import org.galton.statistics.Tally;
import org.junit.jupiter.api.Test;

class MajorityVoteTest {

  private final MajorityVote vote = MajorityVote.withDefaults();
  private final MajorityVote strict = vote.with(Ties.WRONG);

  @Test
  void theMostFrequentAnswerDecides() {
    assertThat(vote.value(new Ballot(List.of(3), List.of(2, 1), 0))).hasValue(1);
    assertThat(vote.value(new Ballot(List.of(2, 1), List.of(3), 0))).hasValue(0);
  }

  @Test
  void aTieEarnsTheShareOfRightAnswers() {
    Ballot oneOfThree = new Ballot(List.of(4), List.of(4, 4, 1), 0);
    assertThat(vote.value(oneOfThree)).hasValue(1.0 / 3);
    assertThat(strict.value(oneOfThree)).hasValue(0);
  }

  @Test
  void aTieAmongRightAnswersIsRightUnderBothRules() {
    Ballot equivalentAnswers = new Ballot(List.of(4, 4), List.of(3), 0);
    assertThat(vote.value(equivalentAnswers)).hasValue(1);
    assertThat(strict.value(equivalentAnswers)).hasValue(1);
  }

  @Test
  void emptyAnswersTakeASlotAndNeverVote() {
    assertThat(vote.value(new Ballot(List.of(1), List.of(), 90))).hasValue(1);
    assertThat(vote.value(new Ballot(List.of(), List.of(), 90))).hasValue(0);
    assertThat(new Ballot(List.of(2), List.of(3), 90).tally()).isEqualTo(new Tally(95, 2));
  }

  @Test
  void aPromptWithoutRolloutsHasNoVote() {
    assertThat(vote.value(new Ballot(List.of(), List.of(), 0))).isEmpty();
  }

  @Test
  void theOrderOfAnswersCarriesNoMeaning() {
    assertThat(new Ballot(List.of(1, 5), List.of(2, 3, 1), 4))
        .isEqualTo(new Ballot(List.of(5, 1), List.of(3, 1, 2), 4));
  }

  @Test
  void invalidCountsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> new Ballot(List.of(0), List.of(), 0))
        .hasMessage("Invalid votes of a correct answer 0: expected 1 or more");
    assertThatThrownBy(() -> new Ballot(List.of(), List.of(-2), 0))
        .hasMessage("Invalid votes of a wrong answer -2: expected 1 or more");
    assertThatThrownBy(() -> new Ballot(List.of(), List.of(), -1))
        .hasMessage("Invalid empty answers -1: expected 0 or more");
  }
}
