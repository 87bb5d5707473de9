package org.galton.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.task.Judge;
import org.galton.task.judge.ChoiceJudge;
import org.galton.task.judge.ExactJudge;
import org.galton.task.judge.JudgeKinds;
import org.galton.task.judge.MathJudge;
import org.galton.task.judge.NumericJudge;
import org.galton.task.judge.RegexJudge;
import org.galton.task.judge.answer.AnswerSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class JudgeOptionsTest {

  @Command
  private static final class Asked {
    @Mixin private JudgeOptions judge;
    @Mixin private JudgeKeyOptions keys;
  }

  @Test
  void nothingIsJudgedUnlessAskedFor() {
    assertThat(judges()).isEmpty();
  }

  /** Whatever kinds there are, and each with its keys as a spec has them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{judge: exact}",
        "{judge: regex, pattern: 'is (\\d+)'}",
        "{judge: text, metric: f1, threshold: 0.8}",
        "{judge: includes, words: true}",
        "{judge: numeric, marker: '####', tolerance: 0.01}",
        "{judge: math, brackets: loose, letters: [e, i]}",
        "{judge: choice, letters: A-D}",
        "{judge: json-schema, fence: refused}",
        "{judge: ifeval, mode: loose}",
        "{judge: code}",
        "{judge: command, version: 2, command: [python3, judge.py]}"
      })
  void aMappingIsReadAsInASpec(String mapping) {
    Judge inSpec = new SpecSource("spec", mapping, List.of()).read(JudgeKinds::read);

    assertThat(judges("--judge", mapping)).containsExactly(inSpec);
  }

  @Test
  void aNameIsAKindWithItsDefaults() {
    assertThat(judges("--judge", "math")).containsExactly(MathJudge.withDefaults());
    assertThat(judges("--judge", "exact"))
        .containsExactly(new ExactJudge(ExactJudge.LetterCase.DISTINGUISHED));
  }

  @Test
  void severalStandInTheirOrderAndEachOnce() {
    assertThat(judges("--judge", "{judge: choice, letters: A-D}", "--judge", "math"))
        .containsExactly(
            new ChoiceJudge(4, ChoiceJudge.Guess.NONE, AnswerSearch.withDefaults()),
            MathJudge.withDefaults());
    assertThatThrownBy(() -> judges("--judge", "math", "--judge", "{judge: math}"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Invalid --judge: the same judge twice, expected each once");
  }

  @Test
  void optionsOfTheirOwnAreKeysOfTheJudge() {
    assertThat(judges("--judge", "exact", "--ignore-case"))
        .containsExactly(new ExactJudge(ExactJudge.LetterCase.IGNORED));
    assertThat(judges("--judge", "numeric", "--marker", "a: \"b'\n", "--tolerance", "1e-2"))
        .containsExactly(new NumericJudge("a: \"b'\n", new BigDecimal("0.01")));
    assertThat(judges("--judge", "regex", "--pattern", "(?i)is '(\\w+)'"))
        .containsExactly(new RegexJudge("(?i)is '(\\w+)'"));
    assertThat(judges("--judge", "math", "--marker", "####"))
        .containsExactly(
            new MathJudge(
                AnswerSearch.withDefaults().withMarker("####"),
                MathJudge.withDefaults().rules(),
                List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "--judge nmeric; Cannot read --judge line 1: 'judge' is 'nmeric': expected one of",
        "--judge nmeric; (did you mean 'numeric'?)",
        "--judge {judge:~choice,~options:~ABCD}; Cannot read --judge line 1: unknown key 'options'",
        "--judge {judge:~choice,~letters:~ABCD}; 'letters' is 'ABCD': expected letters such as A-D",
        "--judge {judge:~choice; Cannot read --judge line 1: this is no YAML",
        "--judge regex; missing key 'pattern'",
        "--judge choice --pattern (x); Invalid --pattern: --judge choice has no key 'pattern'",
        "--judge numeric --ignore-case; Invalid --ignore-case: --judge numeric has no key",
        "--marker x; Invalid --marker: expected it beside one --judge that is a name",
        "--judge math --judge exact --marker x; Invalid --marker: expected it beside one --judge",
        "--judge {judge:~math} --marker x; Invalid --marker: expected it beside one --judge",
        "--judge numeric --tolerance -1; 'tolerance' is '-1': expected",
        "--judge numeric --tolerance 1e99; Invalid --tolerance 1E+99: expected a number such as",
      })
  void problemsNameTheOption(String line, String message) {
    String[] arguments = line.replaceAll(" +", " ").split(" ", -1);
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = arguments[i].replace('~', ' ');
    }
    assertThatThrownBy(() -> judges(arguments))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(message);
  }

  private static List<Judge> judges(String... arguments) {
    Asked asked = CommandLine.populateCommand(new Asked(), arguments);
    return asked.judge.judges(asked.keys.keys());
  }
}
