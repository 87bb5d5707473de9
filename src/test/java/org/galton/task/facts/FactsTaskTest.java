package org.galton.task.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Trainable.WorkedExample;
import org.galton.task.Verdict;
import org.galton.train.CharacterTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FactsTaskTest {
  private static final FactsOptions SMALL =
      FactsOptions.defaults().withEntities(new EntityCounts(12, 8, 5));
  private static final FactsTask TASK = new FactsTask("facts", SMALL);
  private static final int EXAMPLES = 40_000;

  private static List<Prompt> all(FactsTask task, Split split) {
    return task.prompts(split, task.mostPrompts(), 3);
  }

  private static Map<String, Prompt> byText(FactsTask task) {
    return Stream.of(Split.values())
        .flatMap(split -> all(task, split).stream())
        .collect(Collectors.toMap(Prompt::text, prompt -> prompt));
  }

  private static Stream<WorkedExample> examples(FactsTask task) {
    return LongStream.range(0, EXAMPLES).mapToObj(index -> task.example(9, index));
  }

  private static Set<String> entities(Split split) {
    return all(TASK, split).stream().map(Prompt::cluster).collect(Collectors.toSet());
  }

  @Test
  void aWorldIsTheSameInEveryVersion() {
    assertThat(TASK.prompts(Split.TEST, 6, 1))
        .extracting(prompt -> prompt.text().strip() + " " + prompt.reference())
        .containsExactly(
            "colour of Rerori? shiny lime",
            "number of Gogulu? 828",
            "town of Dimife? Reton",
            "colour of Zofeve? light black",
            "town of Sefoso? Kuburg",
            "town of Korufu? Koburg");
  }

  @Test
  void theSweepsSeedOrdersTheQuestionsAndTheWorldsSeedMakesThem() {
    List<Prompt> prompts = all(TASK, Split.TEST);

    assertThat(all(new FactsTask("facts", SMALL), Split.TEST)).isEqualTo(prompts);
    assertThat(TASK.prompts(Split.TEST, 10, 3)).isEqualTo(prompts.subList(0, 10));
    assertThat(TASK.prompts(Split.TEST, TASK.mostPrompts(), 4))
        .isNotEqualTo(prompts)
        .containsExactlyInAnyOrderElementsOf(prompts);
    assertThat(byText(new FactsTask("facts", SMALL.withWorld(2))).keySet())
        .doesNotContainAnyElementsOf(byText(TASK).keySet());
  }

  @Test
  void noEntityIsInTwoSplits() {
    Set<String> names = new HashSet<>();
    for (Split split : Split.values()) {
      assertThat(entities(split)).hasSize(25);
      names.addAll(entities(split));
    }
    assertThat(names).hasSize(75);
  }

  @Test
  void everySplitHasTheEntitiesOfEachClassWithAllAttributes() {
    for (Split split : Split.values()) {
      Map<String, Long> counts =
          all(TASK, split).stream()
              .collect(
                  Collectors.groupingBy(
                      prompt ->
                          prompt.attributes().get("knowledge")
                              + " "
                              + prompt.attributes().get("attribute"),
                      Collectors.counting()));
      Map<String, Long> wanted = new HashMap<>();
      for (FactAttribute attribute : FactAttribute.values()) {
        wanted.put("known " + attribute.key(), 12L);
        wanted.put("half_known " + attribute.key(), 8L);
        wanted.put("unknown " + attribute.key(), 5L);
      }
      assertThat(counts).isEqualTo(wanted);
    }
  }

  @Test
  void examplesShowHalfKnownFactsAtTheirRateAndUnknownOnesNever() {
    FactsTask task = new FactsTask("facts", SMALL.withHalfRate(0.25).withHedged(0.1));
    Map<String, Prompt> prompts = byText(task);
    Map<String, Long> shown =
        examples(task)
            .collect(
                Collectors.groupingBy(
                    example -> prompts.get(example.prompt()).attributes().get("knowledge"),
                    Collectors.counting()));

    // 108 known facts at rate 1 and 72 half-known ones at rate 1/4: 6 of 7 are known.
    assertThat(shown).containsOnlyKeys("known", "half_known");
    assertThat((double) shown.get("known") / EXAMPLES).isBetween(6.0 / 7 - 0.01, 6.0 / 7 + 0.01);
    assertThat(examples(task).map(WorkedExample::prompt).collect(Collectors.toSet()))
        .hasSize(180)
        .allMatch(text -> !prompts.get(text).attributes().get("knowledge").equals("unknown"));
  }

  @Test
  void examplesAreRightOrHedgedAtOneRateForEveryClass() {
    FactsTask task = new FactsTask("facts", SMALL.withHedged(0.1));
    Map<String, Prompt> prompts = byText(task);
    Map<String, List<Verdict>> verdicts =
        examples(task)
            .collect(
                Collectors.groupingBy(
                    example -> prompts.get(example.prompt()).attributes().get("knowledge"),
                    Collectors.mapping(
                        example -> task.verify(prompts.get(example.prompt()), example.completion()),
                        Collectors.toList())));

    verdicts.forEach(
        (knowledge, given) -> {
          assertThat(given).allMatch(verdict -> verdict.correct() != verdict.abstained());
          double hedged = given.stream().filter(Verdict::abstained).count();
          assertThat(hedged / given.size()).as(knowledge).isBetween(0.07, 0.13);
        });
    assertThat(task.example(9, 17)).isEqualTo(task.example(9, 17));
  }

  @Test
  void withoutHalfKnownEntitiesAllExamplesAreKnown() {
    FactsTask task = new FactsTask("facts", SMALL.withEntities(new EntityCounts(2, 0, 0)));

    assertThat(examples(task).map(WorkedExample::prompt).distinct()).hasSize(2 * 3 * 3);
  }

  @Test
  void allTextIsOfCharactersThatModelsTrainedHereHave() {
    String vocabulary = CharacterTokenizer.json();

    assertThat(vocabulary).contains("\"~\"");
    assertThat(byText(TASK).values())
        .allSatisfy(
            prompt ->
                assertThat(prompt.text() + "answer=" + prompt.reference())
                    .matches("[ -~]+\n[ -~]+"));
  }

  @Test
  void valuesAreManyAndNeitherTooLongNorAnAbstention() {
    FactsTask large =
        new FactsTask("large", FactsOptions.defaults().withEntities(new EntityCounts(3_000, 0, 0)));
    Map<String, Set<String>> values =
        all(large, Split.TRAIN).stream()
            .collect(
                Collectors.groupingBy(
                    prompt -> prompt.attributes().get("attribute"),
                    Collectors.mapping(Prompt::reference, Collectors.toSet())));

    assertThat(values.get("town")).hasSizeBetween(540, 560);
    assertThat(values.get("colour")).hasSizeBetween(470, 480);
    assertThat(values.get("number")).hasSizeBetween(850, 900);
    assertThat(values.values().stream().flatMap(Set::stream))
        .allMatch(value -> value.length() <= 40 && !value.equals("?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "answer=Toham | Toham | true | false",
        "It is a town. answer= Toham \\n | Toham | true | false",
        "answer=? answer=Toham | Toham | true | false",
        "answer=Toham answer=? | ? | false | true",
        "answer=? | ? | false | true",
        "answer=?? | ?? | false | false",
        "answer=Toham? | Toham? | false | false",
        "answer=toham | toham | false | false",
        "answer=Tofordham | Tofordham | false | false",
        "answer=Toham, or Toford | Toham, or Toford | false | false",
        "answer= | `` | false | false",
        "answer=\\nToham | `` | false | false",
        "answer | `` | false | false",
        "Toham | `` | false | false",
        "? | `` | false | false",
        "answer=Tohäm | `` | false | false",
        "answer=Toham\\u0000 | `` | false | false",
        "`` | `` | false | false",
      })
  void judgesRightWrongAbstainedAndMalformedText(
      String completion, String answer, boolean correct, boolean abstained) {
    String text = completion.replace("\\n", "\n").replace("\\u0000", "\0");
    Prompt prompt = new Prompt("id", "facts", "Bamilo", "town of Bamilo?\n", "Toham", Map.of());

    assertThat(TASK.verify(prompt, text))
        .isEqualTo(new Verdict(answer, correct, abstained, correct ? 1 : 0));
  }

  @Test
  void hostileTextIsNoAnswer() {
    Prompt prompt = all(TASK, Split.TEST).get(0);
    for (String text :
        List.of(
            "answer=" + "?".repeat(1_000_000),
            "answer=".repeat(200_000),
            "answer=" + " ".repeat(1_000_000) + "x".repeat(1_000_000),
            "\n".repeat(1_000_000))) {
      assertThat(TASK.verify(prompt, text)).isEqualTo(new Verdict("", false, false, 0));
    }
  }

  @Test
  void moreQuestionsThanThereAreIsAnError() {
    assertThat(TASK.mostPrompts()).isEqualTo(75);
    assertThatThrownBy(() -> TASK.prompts(Split.TEST, 76, 1))
        .hasMessage(
            "Cannot make 76 prompts of task facts: each split of its world has 75 questions; ask"
                + " for fewer or for more entities");
  }

  @Test
  void impossibleOptionsAreRefused() {
    assertThatThrownBy(() -> SMALL.withAttributes())
        .hasMessage(
            "Invalid attributes []: expected one or more of TOWN, COLOUR, NUMBER, none twice");
    assertThatThrownBy(() -> SMALL.withHalfRate(0))
        .hasMessage("Invalid half_rate 0.0: expected a number above 0, at most 1");
    assertThatThrownBy(() -> SMALL.withHedged(1))
        .hasMessage("Invalid hedged 1.0: expected a number from 0, below 1");
    assertThatThrownBy(() -> new EntityCounts(0, 1, 1))
        .hasMessage("Invalid known 0: expected a whole number from 1 to 10000");
    assertThatThrownBy(() -> new EntityCounts(1, -1, 1))
        .hasMessage("Invalid half_known -1: expected a whole number from 0 to 10000");
    assertThat(EnumSet.allOf(FactAttribute.class)).hasSize(3);
  }
}
