package org.galton.serve.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTailTest {
  @Test
  void aCharacterIsSentOnceItIsWhole() {
    TextTail tail = new TextTail(List.of());
    assertThat(tail.next("a\uFFFD")).isEqualTo("a");
    assertThat(tail.next("a\uFFFD\uFFFD")).isEmpty();
    assertThat(tail.next("aé")).isEqualTo("é");
    assertThat(tail.next("aé\uFFFDb")).isEqualTo("\uFFFDb");
    assertThat(tail.last("aé\uFFFDb\uFFFD")).isEqualTo("\uFFFD");
  }

  @Test
  void whatMayBeAStopStringWaits() {
    TextTail tail = new TextTail(List.of("END", "D!"));
    assertThat(tail.next("xE")).isEqualTo("x");
    assertThat(tail.next("xEN")).isEmpty();
    assertThat(tail.next("xENE")).isEqualTo("EN");
    assertThat(tail.next("xENEND more")).isEmpty();
    assertThat(tail.last("xEN")).isEmpty();
  }

  @Test
  void aStopStringMayEndInAPartOfACharacter() {
    TextTail tail = new TextTail(List.of("né"));
    assertThat(tail.next("on\uFFFD")).isEqualTo("o");
    assertThat(tail.next("oné")).isEmpty();
  }
}
