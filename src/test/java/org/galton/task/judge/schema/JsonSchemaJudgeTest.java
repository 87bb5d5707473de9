package org.galton.task.judge.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.Verifier;
import org.galton.task.judge.schema.JsonSchemaJudge.Fence;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaJudgeTest {
  private static final String PERSON =
      "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\", \"pattern\":"
          + " \"^[A-Z]\"}, \"age\": {\"type\": \"integer\", \"minimum\": 0}}, \"required\":"
          + " [\"name\"], \"additionalProperties\": false}";
  private static final String TREE =
      "{\"$ref\": \"#/$defs/node\", \"$defs\": {\"node\": {\"type\": \"array\", \"items\":"
          + " {\"$ref\": \"#/$defs/node\"}}}}";
  private static final JsonSchemaJudge JUDGE = new JsonSchemaJudge(Fence.ALLOWED);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\": \"Ada\", \"age\": 36} | true",
        " {\"age\": 36.0, \"name\": \"Ada\"}  | true",
        "{\"name\": \"ada\"} | false",
        "{\"name\": \"Ada\", \"age\": 36.5} | false",
        "{\"name\": \"Ada\", \"age\": \"36\"} | false",
        "{\"name\": \"Ada\", \"city\": \"London\"} | false",
        "{\"age\": 36} | false",
        "[] | false",
      })
  void aDocumentIsRightIfItFits(String completion, boolean correct) {
    Verdict verdict = JUDGE.judge(asking(PERSON), completion);
    assertThat(verdict.correct()).isEqualTo(correct);
    assertThat(verdict.reward()).isEqualTo(correct ? 1 : 0);
    assertThat(verdict.answer()).isNotEmpty();
    assertThat(verdict.detail().equals("fits")).isEqualTo(correct);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Here: {\"name\": \"Ada\"}",
        "{\"name\": \"Ada\"} {\"name\": \"Ada\"}",
        "{\"name\": \"Ada\", \"name\": \"Eva\"}",
        "{\"name\": \"Ada\"",
        "{'name': 'Ada'}",
        "{\"name\": NaN}",
        "```json\n{\"name\": \"Ada\"}",
        "```json\n```",
        "{\"name\": \"Ada\", \"age\": 1e999999999}",
      })
  void whatIsNotOneDocumentIsNoAnswer(String completion) {
    assertThat(JUDGE.judge(asking(PERSON), completion))
        .isEqualTo(new Verdict("", false, false, 0, "", "not one JSON document within the bounds"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```json\n{\"name\": \"Ada\"}\n```",
        "\n```\n{\"name\": \"Ada\"}\n```\n",
        "```JSON {\"name\": \"Ada\"} ```",
      })
  void aFenceMayStandAroundTheDocumentOrMayNot(String completion) {
    assertThat(JUDGE.judge(asking(PERSON), completion))
        .isEqualTo(new Verdict("{\"name\":\"Ada\"}", true, false, 1, "fence", "fits"));
    assertThat(new JsonSchemaJudge(Fence.REFUSED).judge(asking(PERSON), completion).correct())
        .isFalse();
  }

  @Test
  void equalDocumentsHaveOneAnswer() {
    assertThat(JUDGE.judge(asking("{}"), "{\"b\": [1.50, 0.0, {}], \"a\": \"x\\u00e9\"}").answer())
        .isEqualTo(JUDGE.judge(asking("{}"), "{\"a\":\"xé\",\"b\":[15e-1,-0,{}]}").answer())
        .isEqualTo("{\"a\":\"xé\",\"b\":[1.5,0,{}]}");
  }

  @Test
  void theDetailNamesTheRuleThatIsBroken() {
    assertThat(JUDGE.judge(asking(PERSON), "{\"name\": \"Ada\", \"age\": -1}").detail())
        .contains("/age")
        .contains("minimum");
  }

  @Test
  void aVerifierJudgesAsTheJudgeDoes() {
    try (Verifier verifier = JUDGE.verifier()) {
      for (String schema : new String[] {PERSON, TREE, PERSON}) {
        for (String completion : new String[] {"[]", "{\"name\": \"Ada\"}"}) {
          assertThat(verifier.verify(asking(schema), completion))
              .isEqualTo(JUDGE.judge(asking(schema), completion));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no JSON",
        "[1]",
        "{\"type\": \"strnig\"}",
        "{\"minimum\": \"0\"}",
        "{\"pattern\": \"(\"}",
        "{\"pattern\": \"(?=a)b\"}",
        "{\"patternProperties\": {\"(a)\\\\1\": true}}",
        "{\"$ref\": \"https://example.org/other.json\"}",
        "{\"$ref\": \"file:///etc/passwd\"}",
        "{\"$ref\": \"classpath:draft/2020-12/schema\"}",
        "{\"properties\": {\"a\": {\"$ref\": \"other.json#/a\"}}}",
        "{\"$ref\": \"#/$defs/none\"}",
        "{\"$schema\": \"http://json-schema.org/draft-07/schema#\"}",
        "{\"$schema\": \"https://example.org/mine\"}",
        "{\"$ref\": \"#\"}",
      })
  void whatIsNoClosedSchemaIsRefused(String reference) {
    assertThat(JUDGE.accepts(asking(reference))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "true",
        PERSON,
        TREE,
        "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\": \"null\"}",
        "{\"$id\": \"https://example.org/mine\", \"$ref\": \"#/$defs/a\", \"$defs\": {\"a\": {}}}",
      })
  void closedSchemasAreAccepted(String reference) {
    assertThat(JUDGE.accepts(asking(reference))).isTrue();
  }

  @Test
  void depthAndLengthAreBounded() {
    String deepest = "[".repeat(64) + "]".repeat(64);
    assertThat(JUDGE.judge(asking(TREE), deepest).correct()).isTrue();
    assertThat(JUDGE.judge(asking(TREE), "[" + deepest + "]").answer()).isEmpty();
    assertThat(JUDGE.judge(asking(TREE), "[".repeat(500_000)).answer()).isEmpty();
    String longest = "\"" + "a".repeat((1 << 20) - 2) + "\"";
    assertThat(JUDGE.judge(asking("{\"type\": \"string\"}"), longest).correct()).isTrue();
    assertThat(JUDGE.judge(asking("{\"type\": \"string\"}"), longest + " ").answer()).isEmpty();
  }

  @Test
  void hostileDocumentsEndSoon() {
    String pattern = "{\"pattern\": \"^(a+)+$\"}";
    String texts = "{\"items\": {\"type\": \"string\"}, \"uniqueItems\": true}";
    String numbers = "{\"items\": {\"multipleOf\": 0.01}}";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          assertThat(JUDGE.judge(asking(pattern), "\"" + "a".repeat(1_000_000) + "!\"").correct())
              .isFalse();
          assertThat(JUDGE.judge(asking(texts), "[" + "0,".repeat(500_000) + "0]").correct())
              .isFalse();
          assertThat(
                  JUDGE.judge(asking(numbers), "[" + "1e1000,".repeat(1000) + "1e1000]").correct())
              .isTrue();
        });
  }

  @Test
  void theScorerNamesEveryOption() {
    assertThat(JUDGE.scorer()).isEqualTo("json-schema/1{fence=allowed}");
    assertThat(JUDGE.expectedReference())
        .isEqualTo(
            "a JSON Schema of draft 2020-12 whose $ref stay inside and whose patterns are RE2");
  }

  private static Prompt asking(String reference) {
    return new Prompt("id", "mine", "id", "Give JSON.", reference, Map.of());
  }
}
