package org.galton.selection.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.galton.program.Program;
import org.galton.selection.Arm;
import org.galton.selection.Issue;
import org.galton.selection.Patch;
import org.galton.selection.Selection;
import org.junit.jupiter.api.Test;

final class MiniIssueTest {

  @Test
  void theSameNumberIsTheSameIssue() {
    Skill skill = new Skill(0.3, 0.3, 0.1, 5);
    MiniIssue one = MiniIssue.of(7, 3);
    MiniIssue other = MiniIssue.of(7, 3);
    assertThat(other.text()).isEqualTo(one.text());
    assertThat(other.source()).isEqualTo(one.source());
    Issue proposed = one.proposed(skill, 12, 9);
    // What was proposed before makes no difference.
    other.proposed(new Skill(0.9, 0, 0.5, 2), 5, 5);
    Issue again = other.proposed(skill, 12, 9);
    assertThat(again.patches()).isEqualTo(proposed.patches());
    assertThat(again.fixed()).isDeepEqualTo(proposed.fixed());
    assertThat(again.kept()).isDeepEqualTo(proposed.kept());
    assertThat(MiniIssue.of(8, 3).source()).isNotEqualTo(one.source());
  }

  @Test
  void everyMutationOperatorOccursAndEveryBugShows() {
    Set<String> operators = new TreeSet<>();
    for (int number = 0; number < 120; number++) {
      MiniIssue issue = MiniIssue.of(1, number);
      operators.add(issue.operator());
      assertThat(issue.text())
          .matches("solve\\(\\[.*]\\) returns \\d+|.* but it should return \\d+\\.");
      assertThat(Program.read(issue.source()).has("solve")).isTrue();
    }
    assertThat(operators)
        .containsExactlyElementsOf(
            EnumSet.allOf(SlotKind.class).stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList());
  }

  // 1 - 0.9^N of the issues have a right patch; 300 issues, three standard errors.
  @Test
  void proposersHaveTheirSkill() {
    int any = 0;
    long right = 0;
    for (int number = 0; number < 300; number++) {
      Issue issue = MiniIssue.of(2, number).proposed(new Skill(0.1, 0.3, 0, 1), 10, 1);
      any += Arm.ORACLE.resolves(issue, Selection.of(issue)).orElseThrow() ? 1 : 0;
      right += issue.patches().stream().filter(Patch::resolved).count();
    }
    double expected = 1 - Math.pow(0.9, 10);
    assertThat(any / 300.0)
        .isCloseTo(expected, within(3 * Math.sqrt(expected * (1 - expected) / 300)));
    assertThat(right / 3000.0).isCloseTo(0.1, within(3 * Math.sqrt(0.1 * 0.9 / 3000)));
  }

  // Without errors and with many cases no wrong patch passes: the choice is as good as any.
  @Test
  void perfectTestsReachTheOracle() {
    for (int number = 0; number < 25; number++) {
      Issue issue = MiniIssue.of(3, number).proposed(new Skill(0.2, 0.3, 0, 20), 10, 20);
      Selection selection = Selection.of(issue);
      assertThat(Arm.SELECTED.resolves(issue, selection))
          .as("issue " + number)
          .isEqualTo(Arm.ORACLE.resolves(issue, selection));
      assertThat(selection.scores()).allMatch(score -> score >= 0 && score <= 2);
    }
  }
}
