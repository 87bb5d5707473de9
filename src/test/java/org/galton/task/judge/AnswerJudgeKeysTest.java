package org.galton.task.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import org.galton.spec.SpecSource;
import org.galton.task.Judge;
import org.galton.task.judge.answer.AnswerFallback;
import org.galton.task.judge.answer.AnswerSearch;
import org.galton.task.judge.answer.Thoughts;
import org.galton.task.judge.math.MathRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of the judges that search for an answer. */
class AnswerJudgeKeysTest {
  @Test
  void defaults() {
    assertThat(read("judge: math")).isEqualTo(MathJudge.withDefaults());
    assertThat(read("judge: numeric")).isEqualTo(NumericJudge.withDefaults());
    assertThat(read("judge: choice")).isEqualTo(ChoiceJudge.withDefaults());
  }

  @Test
  void everyKeyIsRead() {
    AnswerSearch search =
        new AnswerSearch("Answer:", Thoughts.SEARCHED, AnswerFallback.NONE, List.of("en", "de"));
    String where = "marker: 'Answer:', thinking: searched, fallback: none, languages: [en, de]";
    MathRules rules =
        MathRules.withDefaults()
            .withTolerance(new BigDecimal("0.01"), new BigDecimal("0.001"))
            .withDigits(MathRules.EXACT)
            .with(MathRules.Percent.EXACT)
            .with(MathRules.Units.EXACT);
    String when = "tolerance: 0.010, relative: 0.001, digits: exact, percent: exact, units: exact";
    assertThat(
            read("{judge: math, %s, %s, brackets: loose, letters: [i, e]}".formatted(where, when)))
        .isEqualTo(new MathJudge(search, rules.with(MathRules.Brackets.LOOSE), List.of("e", "i")));
    assertThat(read("{judge: numeric, marker: 'Answer:', %s}".formatted(when)))
        .isEqualTo(new NumericJudge("Answer:", rules));
    assertThat(read("{judge: choice, letters: A-D, guess: 1/n, %s}".formatted(where)))
        .isEqualTo(new ChoiceJudge(4, ChoiceJudge.Guess.UNIFORM, search));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{judge: math}",
        "{judge: math, marker: '####', thinking: searched, fallback: none, languages: [en, zh]}",
        "{judge: math, tolerance: 0.5, relative: 0.25, digits: 12, percent: exact, units: exact}",
        "{judge: math, digits: exact, brackets: loose, letters: [i, e]}",
        "{judge: numeric, marker: is, tolerance: 10, digits: 3}",
        "{judge: numeric, style: lm-flexible}",
        "{judge: choice, letters: A-J, guess: 1/n, languages: [ja]}",
      })
  void whatIsWrittenIsReadAsTheSame(String spec) throws JsonProcessingException {
    Judge judge = read(spec);
    assertThat(read(new ObjectMapper().writeValueAsString(JudgeKinds.keys(judge))))
        .isEqualTo(judge);
  }

  @Test
  void scorersNameEveryOption() {
    assertThat(MathJudge.withDefaults().scorer())
        .isEqualTo(
            "math/2{marker=,thinking=skipped,fallback=last,languages=all,tolerance=0,relative=0,"
                + "digits=6,percent=lenient,units=lenient,brackets=strict,letters=}");
    assertThat(ChoiceJudge.withDefaults().scorer())
        .isEqualTo(
            "choice/2{letters=choices,guess=none,marker=,thinking=skipped,fallback=last,"
                + "languages=all}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digits: 0;'digits' is '0': expected a whole number from 1 to 100, or exact",
        "tolerance: -1;'tolerance' is '-1': expected a decimal number such as 0.01",
        "fallback: first;'fallback' is 'first': expected one of last, none",
        "languages: [xx];an item of 'languages' is 'xx': expected one of en, de, fr, es",
        "letters: [e1];an item of 'letters' is 'e1': expected a name of letters such as e",
        "colour: red;unknown key 'colour'",
      })
  void aWrongValueIsSaid(String spec) {
    String[] parts = spec.split(";", -1);
    assertThatThrownBy(() -> read("{judge: math, " + parts[0] + "}"))
        .hasMessageContaining(parts[1]);
  }

  @Test
  void lettersOfChoicesBeginWithA() {
    assertThatThrownBy(() -> read("{judge: choice, letters: B-D}"))
        .hasMessageContaining("'letters' is 'B-D': expected letters such as A-D, or choices");
    assertThat(read("{judge: choice, letters: A-D}").expectedReference())
        .isEqualTo("a letter from A to D");
  }

  private static Judge read(String text) {
    return new SpecSource("x.yaml", text, List.of()).read(JudgeKinds::read);
  }
}
