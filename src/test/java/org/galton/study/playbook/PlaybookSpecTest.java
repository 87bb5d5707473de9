package org.galton.study.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.galton.playbook.Bullet;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.task.TextFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlaybookSpecTest {
  private static final Map<String, String> FILES =
      Map.of(
          "rules.txt", "## A\n[a-00004] helpful=2 harmful=0 :: carry\n",
          "broken.txt", "## A\ncarry\n");
  private static final TextFiles OPEN =
      path -> {
        if (!FILES.containsKey(path)) {
          throw new FileNotFoundException(path + " (No such file or directory)");
        }
        return new StringReader(FILES.get(path));
      };

  private static PlaybookSpec read(String... overrides) {
    return PlaybookSpec.read(
        new SpecSource(
            "s.yaml",
            "seed: 1\ntask: {name: arithmetic}\ntrain: 4\ntest: 4\ngenerator: calibrated\n",
            List.of(overrides)),
        OPEN);
  }

  @Test
  void hasTheDefaultsOfTheMethod() {
    PlaybookSpec spec = read();

    assertThat(spec.rounds()).isEqualTo(3);
    assertThat(spec.budget()).isEqualTo(80_000);
    assertThat(spec.duplicates()).isEmpty();
    assertThat(spec.epochs()).isEqualTo(1);
    assertThat(spec.evaluate()).isEqualTo(100);
    assertThat(spec.batch()).isEqualTo(1);
    assertThat(spec.arms()).containsExactly(Arm.FIXED, Arm.ACE, Arm.REWRITE);
    assertThat(spec.roles()).isEqualTo(new Roles("calibrated", "calibrated", "calibrated"));
    assertThat(spec.playbook().sections()).hasSize(7);
  }

  @Test
  void rolesTakeTheModelOfTheOneBefore() {
    assertThat(read("generator=builtin:abacus", "curator=calibrated").roles())
        .isEqualTo(new Roles("builtin:abacus", "builtin:abacus", "calibrated"));
  }

  @Test
  void beginsWithAPlaybookOfAFile() {
    assertThat(read("playbook=rules.txt").playbook().bullets())
        .containsExactly(new Bullet("a", 4, 2, 0, "carry"));
    assertThat(read("sections=[Tricks, OTHERS]").playbook().text())
        .isEqualTo("## Tricks\n\n## OTHERS");
  }

  @Test
  void whatTheResultsDependOnIsItsIdentity() {
    assertThat(read("playbook=rules.txt").identity())
        .isEqualTo(read("playbook=rules.txt").identity())
        .isNotEqualTo(read().identity());
    assertThat(read("task.levels=[1]").identity()).isNotEqualTo(read().identity());
    assertThat(read("calibrated.finds=0.1").identity()).isNotEqualTo(read().identity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "playbook=gone.txt | the playbook gone.txt cannot be read: gone.txt (No such file or directory)",
        "playbook=broken.txt | Cannot read playbook broken.txt line 2: 'carry' is neither a section nor a bullet",
        "sections=[A, a] | section 'a' stands on line 1 already",
        "mode=online | 'train' is 4 with mode online: expected 0 or no such key",
        "arms=[ace, best] | expected one of fixed, ace, rewrite",
        "arms=[] | 'arms' is empty: expected some of fixed, ace, rewrite",
        "calibrated.finds=1.5 | expected a number from 0 to 1",
        "task={name: e, kind: environment, environment: hanoi/easy} | 'name' is 'e', a game of many turns",
        "sampling={max_tokens: 0} | expected a whole number from 1",
        "duplicates=0 | expected a number from 0.01 to 1",
        "batches=3 | unknown key 'batches' (did you mean 'batch'?)"
      })
  void saysWhatIsWrong(String override, String problem) {
    assertThatThrownBy(() -> read(override))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(problem);
  }
}
