package org.galton.task.judge.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathPropertiesTest {
  private static final List<String> CONSTANTS =
      List.of(
          "0",
          "1",
          "-1",
          "0.5",
          "\\frac12",
          "\\frac{7}{3}",
          "2\\frac13",
          "0.333333",
          "1/3",
          "\\sqrt2",
          "\\frac{2}{\\sqrt2}",
          "1.41421",
          "\\pi",
          "3.14159",
          "\\sqrt{7+4\\sqrt3}",
          "2+\\sqrt3",
          "\\log_2 8",
          "3",
          "\\ln e",
          "i",
          "\\sqrt{-1}",
          "e^{i\\pi}",
          "2^{10}",
          "1024",
          "\\sin 30^\\circ",
          "8^{8^8}",
          "5!",
          "120",
          "\\frac{\\pi}{6}",
          "\\arcsin\\frac12",
          "(\\sqrt2)^2",
          "2",
          "\\sqrt[3]{-8}",
          "-2");

  private static final List<String> EXPRESSIONS =
      List.of(
          "x^2-1",
          "(x-1)(x+1)",
          "\\frac{x^4-1}{x^2+1}",
          "\\frac{1}{x}+\\frac{1}{y}",
          "\\frac{x+y}{xy}",
          "\\sin^2 x",
          "1-\\cos^2 x",
          "2^{n+1}",
          "2\\cdot 2^n",
          "x",
          "y",
          "f(x+1)",
          "f(1+x)",
          "n!",
          "\\pi r^2",
          "r^2\\pi",
          "\\binom{n}{2}",
          "\\frac{n(n-1)}{2}",
          "(a+b)^2-2ab",
          "a^2+b^2",
          "e^{2x}",
          "(e^x)^2");

  @Test
  void constantsAreComparedFromBothSides() {
    for (String a : CONSTANTS) {
      for (String b : CONSTANTS) {
        assertThat(new JudgedPair(a, b).isRight())
            .as(a + " and " + b)
            .isEqualTo(new JudgedPair(b, a).isRight());
      }
    }
  }

  @Test
  void equalValuesHaveOneNormalForm() {
    MathRules exact = MathRules.withDefaults().withDigits(MathRules.EXACT);
    List<String> all = new ArrayList<>(CONSTANTS);
    all.addAll(EXPRESSIONS);
    for (String a : all) {
      for (String b : all) {
        boolean equal = new JudgedPair(a, b).decide(exact).equal();
        assertThat(normalForm(a).equals(normalForm(b)))
            .as(a + " and " + b + ": " + normalForm(a) + " and " + normalForm(b))
            .isEqualTo(equal);
      }
    }
  }

  private static String normalForm(String text) {
    return MathReader.whole(text, MathNotation.ofReferences()).orElseThrow().normalForm();
  }

  @Test
  void blanksDollarsAndPeriodsChangeNothing() {
    List<String> all = new ArrayList<>(CONSTANTS);
    all.addAll(EXPRESSIONS);
    for (String text : all) {
      for (String form : List.of(" %s ", "$%s$", "%s.", "\\,%s\\;", "\\left(%s\\right)", "{%s}")) {
        assertThat(new JudgedPair(text, form.replace("%s", text)).isRight())
            .as(form + " of " + text)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "14/6; 7/3",
        "0.750; 0.75",
        "\\frac{3}{8}; 0.375",
        "\\sqrt2; ~1.41421356237309504880168872421",
        "(x+1)^2; x^2+2*x+1",
        "b+a; a+b",
        "-x/2; -0.5*x",
        "\\{3,1,2,1\\}; {1,2,3}",
        "(2,1); (2,1)",
        "3, 1; 1,3",
        "24\\%; 24%",
        "24000\\text{ g}; 24 kg",
        "\\$5; 5 USD",
        "4>x; x<4",
        "18:8; 9:4",
        "132_4; 132_4",
        "\\begin{pmatrix}1\\\\2\\end{pmatrix}; (1,2)",
        "1-2i; 1-2*i",
        "\\pi r^2; r^2*π",
        "(-\\infty,2]; (-∞,2]",
      })
  void normalForms(String text, String form) {
    assertThat(normalForm(text)).isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
  void verdictsDoNotDependOnTheLocale(String tag) {
    Locale before = Locale.getDefault();
    try {
      List<String> plain = verdicts();
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(verdicts()).isEqualTo(plain);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void verdictsDoNotDependOnThreads() throws Exception {
    List<String> alone = verdicts();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<List<String>>> results = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        results.add(threads.submit(MathPropertiesTest::verdicts));
      }
      for (Future<List<String>> result : results) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> verdicts() {
    List<String> verdicts = new ArrayList<>();
    List<String> texts = new ArrayList<>(CONSTANTS);
    texts.addAll(EXPRESSIONS);
    texts.addAll(List.of("24 KILOGRAMS", "24 \\text{ kg}", "\\text{INFINITY}", "TWENTY", "IV"));
    for (int i = 0; i + 1 < texts.size(); i++) {
      MathDecision decision =
          new JudgedPair(texts.get(i), texts.get(i + 1)).decide(MathRules.withDefaults());
      verdicts.add(decision.equal() + " " + decision.how());
      MathReader.whole(texts.get(i), MathNotation.ofReferences())
          .ifPresent(answer -> verdicts.add(answer.normalForm()));
      verdicts.add(MathAnswer.text(texts.get(i)).normalForm());
    }
    return verdicts;
  }
}
