package org.galton.task.judge.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutputComparisonTest {
  @ParameterizedTest
  @CsvSource({
    "'1 2\n', '1 2', true",
    "'  1 2  \n3 \n\n', '1 2\n3', true",
    "'1.0 2', '1 2.00', true",
    "'1e1', '10', true",
    "'1  2', '1 2', true",
    "'a  b', 'a b', false",
    "'1 2', '12', false",
    "'1\n2', '1 2', false",
    "'0.1', '0.10000001', false",
    "'yes', 'Yes', false",
    "'NaN', 'NaN', true",
    "'1e999999999', '1e999999998', false",
    "'', '', true",
    "'1\n\n2', '1\n2', false"
  })
  void linesAreEqualAsTextOrAsNumbers(String output, String expected, boolean equal) {
    assertThat(OutputLines.equal(output, expected)).isEqualTo(equal);
    assertThat(OutputLines.equal(expected, output)).isEqualTo(equal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 2]|[1,2]|true",
        "[1, 2]|[2, 1]|false",
        "2.0|2|true",
        "true|1|true",
        "true|\"true\"|false",
        "{\"a\": 1, \"b\": [2]}|{\"b\": [2.0], \"a\": 1}|true",
        "{\"a\": 1}|{\"a\": 1, \"b\": 2}|false",
        "NaN|NaN|false",
        "Infinity|Infinity|true",
        "9007199254740993|9007199254740992|false",
        "0.30000000000000004|0.3|false",
        "null|null|true",
        "null|0|false",
        "'|1|false"
      },
      quoteCharacter = '~')
  void valuesAreEqualAsInPython(String one, String other, boolean equal) {
    assertThat(JsonValues.EXACT.equal(one, other)).isEqualTo(equal);
    assertThat(JsonValues.EXACT.equal(other, one)).isEqualTo(equal);
  }
}
