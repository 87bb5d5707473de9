package org.galton.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void keepsLettersOfEveryScriptAndLineBreaks() {
    assertThat(VisibleText.of("3 × 4\n= 十二 🎲", 100)).isEqualTo("3 × 4\n= 十二 🎲");
  }

  @Test
  void showsCharactersThatHaveNoShape() {
    assertThat(VisibleText.of("a\u0000b\tc\r\u007f\u0085\u200b\u202e\ud800", 100))
        .isEqualTo("a␀b␉c␍␡\\u{85}\\u{200b}\\u{202e}\\u{d800}");
  }

  @Test
  void countsWhatItCutsInCharactersAndNotInHalves() {
    assertThat(VisibleText.of("🎲".repeat(1_205), 5))
        .isEqualTo("🎲🎲🎲🎲🎲… 1,200 more characters");
    assertThat(VisibleText.of("12345", 5)).isEqualTo("12345");
  }

  @Test
  void putsALineBreakOnOneLine() {
    assertThat(VisibleText.line("a\nb", 10)).isEqualTo("a␤b");
  }
}
