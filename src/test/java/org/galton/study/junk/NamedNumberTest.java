package org.galton.study.junk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class NamedNumberTest {
  private final NamedNumber.Converter converter = new NamedNumber.Converter();

  @Test
  void theLastEqualsSignEndsTheName() {
    assertThat(converter.convert("a=b=-0.5")).isEqualTo(new NamedNumber("a=b", -0.5));
    assertThat(converter.convert("x=-0")).isEqualTo(new NamedNumber("x", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "=1", "x=", "x=NaN", "x=1e999", "x=one"})
  void whatIsNoNumberForANameIsRefused(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'%s' is no name with a number; expected such as name=0.5".formatted(text));
  }
}
