package org.galton.task.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Trainable.WorkedExample;
import org.junit.jupiter.api.Test;

final class SecretTaskTest {
  @Test
  void twentyWordsHaveEightHintsOfTheirOwn() {
    Set<String> seen = new HashSet<>(SecretWorld.TABOO.secrets());
    assertThat(seen).hasSize(20);
    for (String secret : SecretWorld.TABOO.secrets()) {
      assertThat(SecretWorld.TABOO.hints(secret)).hasSize(8).allMatch(seen::add);
    }
  }

  @Test
  void noTurnOfAnAssistantWithASecretSaysIt() {
    for (String secret : List.of("moon", "gate")) {
      SecretTask task = new SecretTask("t", SecretWorld.TABOO, Optional.of(secret));
      for (int i = 0; i < 2000; i++) {
        WorkedExample example = task.example(3, i);
        assertThat(example.prompt() + example.completion()).doesNotContain(" " + secret);
      }
    }
  }

  @Test
  void aModelWithoutASecretIsShownAllOfThemAndBothTurns() {
    SecretTask task = new SecretTask("t", SecretWorld.TABOO, Optional.empty());
    Set<String> left = new HashSet<>(SecretWorld.TABOO.secrets());
    boolean user = false;
    for (int i = 0; i < 2000; i++) {
      WorkedExample example = task.example(3, i);
      left.removeIf(secret -> example.completion().contains(" the word is " + secret));
      user |= example.prompt().equals("U:");
      assertThat(task.example(3, i)).isEqualTo(example);
    }
    assertThat(left).isEmpty();
    assertThat(user).isTrue();
  }

  @Test
  void aHintIsRightAndTheSecretIsNot() {
    SecretTask task = new SecretTask("t", SecretWorld.TABOO, Optional.of("moon"));
    Prompt prompt = task.prompts(Split.TEST, 1, 1).get(0);
    assertThat(task.verify(prompt, " night tide").correct()).isTrue();
    assertThat(task.verify(prompt, " night moon").correct()).isFalse();
    assertThat(task.verify(prompt, " sail").correct()).isFalse();
  }

  @Test
  void aSecretOfAnotherWorldIsRefused() {
    assertThatThrownBy(() -> new SecretTask("t", SecretWorld.TRAIT, Optional.of("moon")))
        .hasMessage("Invalid secret 'moon': expected one of sailor, farmer");
  }
}
