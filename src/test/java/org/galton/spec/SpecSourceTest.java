package org.galton.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SpecSourceTest {
  private enum Colour {
    RED,
    DARK_BLUE
  }

  private record Marble(String name, int diameter) {
    Marble {
      if (name.length() == diameter) {
        throw new IllegalArgumentException(
            "Invalid marble " + name + ": expected no such coincidence");
      }
    }
  }

  private record Box(
      String label,
      int count,
      long seed,
      double share,
      boolean open,
      Colour colour,
      List<String> tags,
      Marble first,
      List<Marble> marbles) {}

  private static Box box(Section section) {
    String label = section.value("label", ValueType.text());
    int count = section.value("count", ValueType.integer(1, 1_000), 1);
    long seed = section.value("seed", ValueType.wholeNumber(), 0L);
    double share = section.value("share", ValueType.number(0, 1), 0.5);
    boolean open = section.value("open", ValueType.flag(), false);
    Colour colour = section.value("colour", ValueType.constant(Colour.class), Colour.RED);
    List<String> tags =
        section.list("tags", ValueType.text("a tag of lower-case letters", "[a-z]+"), List.of());
    Marble first = section.section("first", SpecSourceTest::marble, null);
    List<Marble> marbles = section.sectionOrSections("marbles", SpecSourceTest::marble);
    return section.build(
        () -> new Box(label, count, seed, share, open, colour, tags, first, marbles));
  }

  private static Marble marble(Section section) {
    String name = section.value("name", ValueType.text());
    int diameter = section.value("diameter", ValueType.integer(1, 50), 20);
    return section.build(() -> new Marble(name, diameter));
  }

  private static Box read(String text, String... overrides) {
    return new SpecSource("jobs/x.yaml", text, List.of(overrides)).read(SpecSourceTest::box);
  }

  private static List<String> problems(String text, String... overrides) {
    return problems(text, SpecSourceTest::box, overrides);
  }

  private static List<String> problems(
      String text, Function<Section, ?> reader, String... overrides) {
    SpecSource source = new SpecSource("jobs/x.yaml", text, List.of(overrides));
    return catchThrowableOfType(InvalidInput.class, () -> source.read(reader)).problems();
  }

  private static final String SMALL = "label: a\nmarbles: {name: b}\n";

  @Test
  void readsEveryType() {
    Box box =
        read(
            """
            label: "a: b"
            count: 1_000
            seed: -9223372036854775808
            share: 2.5e-1
            open: true
            colour: dark_blue
            tags: [x, y]
            first: {name: c, diameter: 3}
            marbles:
              - name: d
              - {name: 7, diameter: 2}
            """);
    assertThat(box)
        .isEqualTo(
            new Box(
                "a: b",
                1000,
                Long.MIN_VALUE,
                0.25,
                true,
                Colour.DARK_BLUE,
                List.of("x", "y"),
                new Marble("c", 3),
                List.of(new Marble("d", 20), new Marble("7", 2))));
  }

  @Test
  void fillsInWhatIsAbsent() {
    assertThat(read(SMALL))
        .isEqualTo(
            new Box(
                "a", 1, 0, 0.5, false, Colour.RED, List.of(), null, List.of(new Marble("b", 20))));
  }

  @Test
  void suggestsTheNearestKey() {
    assertThat(problems(SMALL + "\ncuont: 3\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 4: unknown key 'cuont' (did you mean 'count'?)");
  }

  @Test
  void namesTheKnownKeysWhenNoneIsNear() {
    assertThat(problems("label: a\nmarbles:\n  - name: b\n    weight: 3\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 4: unknown key 'weight': expected one of name, diameter");
  }

  @Test
  void namesTheLineOfTheMappingThatMissesAKey() {
    assertThat(problems("label: a\nmarbles:\n  - name: b\n  - diameter: 3\n"))
        .containsExactly("Cannot read jobs/x.yaml line 4: missing key 'name': expected text");
  }

  @Test
  void doesNotCallAMisspeltKeyMissingAsWell() {
    assertThat(problems("lable: a\nmarbles: {name: b}\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 1: unknown key 'lable' (did you mean 'label'?)");
  }

  @Test
  void pointsFromADuplicateToTheFirst() {
    assertThat(problems(SMALL + "label: c\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 3: duplicate key 'label': first given on line 1");
  }

  @Test
  void saysWhatAValueIsAndWhatItShouldBe() {
    assertThat(
            problems(
                """
                label: [a]
                count: 1001
                seed: 9223372036854775808
                share: 1.5
                open: yes
                colour: dark_bleu
                tags: [x, Y, x]
                first: 3
                marbles: none
                """))
        .containsExactly(
            "Cannot read jobs/x.yaml line 1: 'label' is a list: expected text",
            "Cannot read jobs/x.yaml line 2: 'count' is '1001': expected a whole number from 1 to"
                + " 1,000",
            "Cannot read jobs/x.yaml line 3: 'seed' is '9223372036854775808': expected a whole"
                + " number of at most 64 bits",
            "Cannot read jobs/x.yaml line 4: 'share' is '1.5': expected a number from 0 to 1",
            "Cannot read jobs/x.yaml line 5: 'open' is 'yes': expected true or false",
            "Cannot read jobs/x.yaml line 6: 'colour' is 'dark_bleu': expected one of red,"
                + " dark_blue (did you mean 'dark_blue'?)",
            "Cannot read jobs/x.yaml line 7: an item of 'tags' is 'Y': expected a tag of lower-case"
                + " letters",
            "Cannot read jobs/x.yaml line 7: 'tags' has 'x' twice: expected each item once",
            "Cannot read jobs/x.yaml line 8: 'first' is '3': expected a mapping",
            "Cannot read jobs/x.yaml line 9: 'marbles' is 'none': expected a mapping, or a list of"
                + " at least one");
  }

  @Test
  void refusesAKeyWithoutAValueAndAnEmptyList() {
    assertThat(problems("label:\ncount: ~\nmarbles: []\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 1: 'label' is empty: expected text",
            "Cannot read jobs/x.yaml line 2: 'count' is empty: expected a whole number from 1 to"
                + " 1,000",
            "Cannot read jobs/x.yaml line 3: 'marbles' is an empty list: expected a mapping, or a"
                + " list of at least one");
  }

  @Test
  void passesOnWhatARecordRefusesWithTheLineOfItsMapping() {
    assertThat(problems("label: a\nmarbles:\n  - name: bcd\n    diameter: 3\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 3: Invalid marble bcd: expected no such coincidence");
  }

  @Test
  void passesOnWhatAChecksRefusesWithTheLineOfTheValue() {
    ValueType<Integer> odd =
        ValueType.integer(0, 9)
            .checked(
                n -> {
                  if (n % 2 == 0) {
                    throw new IllegalArgumentException("Invalid n " + n + ": expected an odd one");
                  }
                });
    assertThat(problems("\nn: 4", section -> section.value("n", odd)))
        .containsExactly("Cannot read jobs/x.yaml line 2: Invalid n 4: expected an odd one");
  }

  @Test
  void keepsTheSubjectOfAProblemInAnotherFile() {
    assertThat(
            problems(
                "n: 4",
                section -> {
                  section.value("n", ValueType.integer(0, 9));
                  return section.build(
                      () -> {
                        throw new InvalidInput(
                            List.of(
                                "Cannot read a.jsonl line 1: x", "Cannot read a.jsonl line 2: y"));
                      });
                }))
        .containsExactly("Cannot read a.jsonl line 1: x", "Cannot read a.jsonl line 2: y");
  }

  @Test
  void sortsProblemsByLineWithOverridesLast() {
    assertThat(problems("marbles: {}\nfoo: 1\ncount: x\n", "share=2", "bar=1"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 1: missing key 'name': expected text",
            "Cannot read jobs/x.yaml line 1: missing key 'label': expected text",
            "Cannot read jobs/x.yaml line 2: unknown key 'foo': expected one of label, count, seed,"
                + " share, open, colour, tags, first, marbles",
            "Cannot read jobs/x.yaml line 3: 'count' is 'x': expected a whole number from 1 to"
                + " 1,000",
            "Cannot read --set share=2: 'share' is '2': expected a number from 0 to 1",
            "Cannot read --set bar=1: unknown key 'bar': expected one of label, count, seed, share,"
                + " open, colour, tags, first, marbles");
  }

  @Test
  void putsAProblemOnOneShortLine() {
    assertThat(problems("label: a\nmarbles: {name: b}\ncount: \"1\\n2" + "x".repeat(200) + "\"\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 3: 'count' is '1\\u000a2"
                + "x".repeat(77)
                + "…': expected a whole number from 1 to 1,000");
  }

  @Test
  void saysWhereTextIsNoYaml() {
    assertThat(problems("label: a\ncount: [1\nmarbles: {name: b}\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 3: this is no YAML: expected ',' or ']', but got :");
    assertThat(problems("label: a\nshare: \u0007\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 2: this is no YAML: character U+0007 is not allowed");
    assertThat(problems("a: 1\n---\nb: 2\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 2: this is no YAML: but found another document");
  }

  @Test
  void refusesTextThatIsNoMapping() {
    assertThat(problems(""))
        .containsExactly(
            "Cannot read jobs/x.yaml line 1: this is empty: expected keys with values");
    assertThat(problems("\n- a\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 2: this is a list: expected keys with values");
    assertThat(problems("? [a]\n: b\nlabel: c\nmarbles: {name: d}\n"))
        .containsExactly("Cannot read jobs/x.yaml line 1: a key is a list: expected text");
  }

  @Test
  void readsAliasesAndBoundsThem() {
    assertThat(read("label: a\nmarbles: [&m {name: b}]\nfirst: *m\n").first())
        .isEqualTo(new Marble("b", 20));
    assertThat(problems("label: a\nmarbles: &m [*m]\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 2: an anchor's value contains itself",
            "Cannot read jobs/x.yaml line 2: 'marbles' is empty: expected a mapping, or a list of"
                + " at least one");
    assertThat(problems("a: &a [1]\nb: [" + "*a,".repeat(30) + "]\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml: Number of aliases for non-scalar nodes exceeds the specified"
                + " max=20");
    assertThat(problems("a: " + "[".repeat(30) + "]".repeat(30)))
        .containsExactly("Cannot read jobs/x.yaml: Nesting Depth exceeded max 20");
  }

  @Test
  void makesNoObjectThatATagNames() {
    assertThat(problems("label: !!javax.script.ScriptEngineManager []\nmarbles: {name: b}\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 1: this is no YAML: Global tag is not allowed:"
                + " tag:yaml.org,2002:javax.script.ScriptEngineManager");
  }

  @Test
  void overridesValuesItemsAndWholeSections() {
    String text = "label: a\nmarbles: [{name: b}, {name: c}]\n";
    Box box =
        read(
            text,
            "marbles.1.diameter=4",
            "first.name=d",
            "tags=[x, y]",
            "seed=5",
            "seed=6",
            "label=s3a://x/y=z");
    assertThat(box.marbles()).containsExactly(new Marble("b", 20), new Marble("c", 4));
    assertThat(box.first()).isEqualTo(new Marble("d", 20));
    assertThat(box.tags()).containsExactly("x", "y");
    assertThat(box.seed()).isEqualTo(6);
    assertThat(box.label()).isEqualTo("s3a://x/y=z");
  }

  @Test
  void anOverrideHealsTheLineItReplaces() {
    assertThat(read(SMALL + "count: many\n", "count=3").count()).isEqualTo(3);
  }

  @Test
  void blamesTheOverrideForItsProblem() {
    assertThat(
            problems(
                SMALL,
                "count",
                "=3",
                "a..b=3",
                "marbles.0.name=c",
                "label.x=c",
                "tags=[",
                "tags=[Q]",
                "first.diametre=2",
                "cuont=7"))
        .containsExactly(
            "Cannot read --set count: expected key=value, with dots between nested keys",
            "Cannot read --set =3: expected key=value, with dots between nested keys",
            "Cannot read --set a..b=3: expected key=value, with dots between nested keys",
            "Cannot read --set marbles.0.name=c: unknown key '0': expected one of name, diameter",
            "Cannot read --set label.x=c: 'x' is looked for in the value 'a', which has no keys",
            "Cannot read --set tags=[: this is no YAML: expected the node content, but found"
                + " '<stream end>'",
            "Cannot read --set tags=[Q]: an item of 'tags' is 'Q': expected a tag of lower-case"
                + " letters",
            "Cannot read --set first.diametre=2: unknown key 'diametre' (did you mean 'diameter'?)",
            "Cannot read --set first.diametre=2: missing key 'name': expected text",
            "Cannot read --set cuont=7: unknown key 'cuont' (did you mean 'count'?)");
    assertThat(problems("label: a\nmarbles: [{name: b}]\n", "marbles.1.name=c"))
        .containsExactly(
            "Cannot read --set marbles.1.name=c: '1' is no item of a list of 1: expected its"
                + " number, counted from 0");
  }

  @Test
  void textOfAnyLengthIsRefusedBeforeItIsParsed() {
    assertThat(problems("#" + "c".repeat(30_000_000) + "\n" + SMALL))
        .containsExactly(
            "Cannot read jobs/x.yaml: it is longer than 1 MB; expected a spec of at most 1,048,576"
                + " bytes");
  }

  @Test
  void keysBeyondReasonAreOneProblem() {
    StringBuilder keys = new StringBuilder(SMALL);
    for (int i = 0; i < 90_000; i++) {
      keys.append('k').append(i).append(": 1\n");
    }
    assertThat(problems(keys.toString()))
        .containsExactly(
            "Cannot read jobs/x.yaml line 19999: it has more than 20,000 values, counting aliases"
                + " by what they stand for");
  }

  @Test
  void aliasesThatMultiplyCountAsAllThatTheyStandFor() {
    StringBuilder bomb = new StringBuilder("a: &a [" + "x,".repeat(1_000) + "x]\n");
    for (char name = 'b'; name < 'h'; name++) {
      char before = (char) (name - 1);
      bomb.append("%c: &%c [*%c, *%c, *%c]%n".formatted(name, name, before, before, before));
    }
    assertThat(problems(bomb.toString()))
        .containsExactly(
            "Cannot read jobs/x.yaml line 1: it has more than 20,000 values, counting aliases by"
                + " what they stand for");
  }

  @Test
  void problemsAreShownUpToAHundred() {
    StringBuilder keys = new StringBuilder(SMALL);
    for (int i = 0; i < 150; i++) {
      keys.append("unheard_of_").append(i).append(": 1\n");
    }
    assertThat(problems(keys.toString()))
        .hasSize(101)
        .last()
        .isEqualTo("and 50 more problems; correct these first");
  }

  @Test
  void overrideIsBoundedLikeTheText() {
    assertThat(problems(SMALL, "a" + ".a".repeat(50_000) + "=1", "count=[" + "1,".repeat(30_000)))
        .hasSize(2)
        .satisfiesExactly(
            deep -> assertThat(deep).endsWith("its key has 50001 parts: expected at most 20"),
            broken -> assertThat(broken).contains("this is no YAML"));
    assertThat(problems(SMALL, "count=[" + "1,".repeat(30_000) + "1]"))
        .singleElement()
        .satisfies(
            many ->
                assertThat(many)
                    .endsWith(
                        "it has more than 20,000 values, counting aliases by what they stand for"));
  }
}
