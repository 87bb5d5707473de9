package org.galton.spec.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GivenJsonTest {
  private static final GivenJson STANDARD = GivenJson.standard();
  private static final GivenJson PYTHON = GivenJson.ofPython(Set.of("logprobs"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": [1, -2.50, 1e3, 12345678901, 123456789012345678901234567890, true, null]}",
        "{\"\": {\"x\": {}, \"y\": [[], [\"é\\u0000\\ud834\\udd1e\"]]}}",
        "[]",
        "\"text\"",
        "0.10"
      })
  void valuesAreThoseOfJackson(String text) throws IOException {
    assertThat(PYTHON.only(text)).isEqualTo(new ObjectMapper().readTree(text));
  }

  @Test
  void decimalsKeepTheirDigitsInTheStandardAndNaNIsPythons() throws IOException {
    assertThat(STANDARD.only("{\"a\": 0.50}").path("a").asText()).isEqualTo("0.50");
    assertThat(PYTHON.only("{\"a\": NaN}").path("a").asDouble()).isNaN();
    assertThat(PYTHON.only("[-Infinity]").path(0).asDouble()).isEqualTo(-1.0 / 0);
    assertThatThrownBy(() -> STANDARD.only("{\"a\": NaN}")).isInstanceOf(JsonParseException.class);
    assertThatThrownBy(() -> STANDARD.only("[Infinity]")).isInstanceOf(JsonParseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "{}{", "{}x", "{}]", "{}\u0001", "{} 1", "{},"})
  void aSecondValueIsNeverPassedOver(String text) {
    assertThatThrownBy(() -> PYTHON.only(text))
        .isInstanceOf(JsonParseException.class)
        .hasMessageStartingWith("something follows the first object");
  }

  @Test
  void aNameThatStandsTwiceIsRefusedAtAnyDepth() {
    assertThatThrownBy(() -> PYTHON.only("{\"a\": [{\"b\": 1, \"\\u0062\": 1}]}"))
        .isInstanceOf(JsonParseException.class)
        .hasMessageStartingWith("Duplicate field 'b'");
  }

  @Test
  void whatIsLeftOutIsSkippedOnlyWhereItIsLarge() throws IOException {
    assertThat(PYTHON.only("{\"logprobs\": true, \"c\": {\"logprobs\": [1], \"d\": 2}}").toString())
        .isEqualTo("{\"logprobs\":true,\"c\":{\"d\":2}}");
  }

  @Test
  void everythingIsBounded() {
    refused("[" + "[],".repeat(1_000_000) + "[]]", "it takes more than 64 MiB in memory");
    refused("{\"a\": \"" + "x".repeat(20_000_001) + "\"}", "String value length (20000001)");
    refused("{\"" + "x".repeat(60_000) + "\": 1}", "Name length (60000)");
    refused("[" + "9".repeat(1001) + "]", "Number value length (1001)");
    refused("[".repeat(100_000), "Document nesting depth (501)");
    refused("{\"logprobs\":".repeat(100_000), "Document nesting depth (501)");
    String text = "\"" + "x".repeat(15_000_000) + "\"";
    refused("[" + text + "," + text + "," + text + "]", "it takes more than 64 MiB in memory");
  }

  @Test
  void membersThatAreNotNamedCountForNothing() throws IOException {
    String text = "{\"big\": [" + "[],".repeat(1_000_000) + "[]], \"a\": 1, \"b\": {\"a\": 2}}";
    try (JsonParser parser = PYTHON.parser(new StringReader(text))) {
      parser.nextToken();
      assertThat(PYTHON.members(parser, Set.of("a", "b")).toString())
          .isEqualTo("{\"a\":1,\"b\":{\"a\":2}}");
    }
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> PYTHON.only(text))
        .isInstanceOf(StreamConstraintsException.class)
        .hasMessageContaining(message);
  }
}
