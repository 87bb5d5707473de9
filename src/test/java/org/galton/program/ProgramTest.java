package org.galton.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.galton.program.ProgramException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgramTest {
  private static final long STEPS = 1_000_000;

  @Test
  void aFunctionTakesAndGivesValues() {
    Program program =
        Program.read(
            """
            def turn(state, move):
                state["moves"].append(move)
                return [state, (move, None), len(state["moves"])]
            """);
    assertThat(program.has("turn")).isTrue();
    assertThat(program.has("play")).isFalse();
    Program.Run run = program.call("turn", List.of(Map.of("moves", List.of(1, true)), "b4"), STEPS);
    assertThat(run.value())
        .contains(List.of(Map.of("moves", List.of(1L, true, "b4")), Arrays.asList("b4", null), 3L));
    assertThat(program.call("turn", List.of(Map.of("moves", List.of()), "a1"), STEPS).steps())
        .as("no run knows of another")
        .isLessThan(run.steps());
  }

  @Test
  void nothingIsNone() {
    Program program = Program.read("def f(x):\n    print(x)\n");
    Program.Run run = program.call("f", Arrays.asList((Object) null), STEPS);
    assertThat(run.value()).isEmpty();
    assertThat(run.printed()).isEqualTo("None\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import os|line 1: 'import' is not of this language",
        "x = 1 / 2|line 1: '/' is not of this language, which has no fractions: use '//'",
        "x = 1.5|line 1: '1.5' is no integer of this language",
        "x = (1|line 1: '(' is never closed",
        "x = 'a|line 1: a text that is never closed",
        "x = f'a'|line 1: texts with the prefix 'f' are not of this language",
        "x = {1, 2}|line 1: a set is not of this language",
        "return 1|line 1: 'return' outside of a function",
        "x = 1 +|line 1: expected a value, found the end of the line",
        "class A: pass|line 1: 'class' is not of this language",
        "1 = 2|line 1: nothing can be assigned to this",
        "x = 99999999999999999999|line 1: '99999999999999999999' is no integer of this language",
        "x = 1 & 2|line 1: '&' is not of this language"
      })
  void aTextThatIsNoProgramIsRefused(String text, String message) {
    assertThatExceptionOfType(ProgramException.class)
        .isThrownBy(() -> Program.read(text))
        .withMessage(message)
        .matches(e -> e.kind() == Kind.SYNTAX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = [1][1]|line 1: no place 1 in a list of 1",
        "x = 1 // 0|line 1: division by zero",
        "x = 2 ** 63|line 1: an integer beyond 64 bits",
        "x = 'a' + 1|line 1: '+' does not take a str and a int",
        "x = {}['k']|line 1: no key 'k'",
        "print(y)|line 1: no value has the name 'y'",
        "x = len(3)|line 1: a int has no length here",
        "assert 1 > 2, 'why'|line 1: an assertion failed: why",
        "print(map)|line 1: a function cannot be printed",
        "x = sorted([1, 'a'])|line 1: '<' does not compare a str with a int",
        "a, b = 1, 2, 3|line 1: 3 values for 2 names",
        "x = {[1]: 2}|line 1: a list cannot be a key",
        "x = [].nothing()|line 1: a list has no method 'nothing' in this language"
      })
  void aFaultNamesItsLine(String text, String message) {
    assertThatExceptionOfType(ProgramException.class)
        .isThrownBy(() -> Program.read(text).run(STEPS))
        .withMessageContaining(message)
        .matches(e -> e.kind() == Kind.FAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True: pass",
        "x = 'a' * 10 ** 15",
        "x = [0] * 10 ** 15",
        "x = [1]\nwhile True:\n    x = x + x",
        "x = 'a'\nwhile True:\n    x += x",
        "x = [1]\nwhile True:\n    x = [x, x]\n    print(x)",
        "for i in range(10 ** 18): pass",
        "x = sum(range(10 ** 18))",
        "x = 'a'.join(str(i) for i in range(10 ** 9))",
        "x = 'a' * 10 ** 6\nwhile True: len(x)",
        "x = 'a' * 10 ** 6\nwhile True: x[::-1] < x",
        "x = 'a' * 10 ** 6\ny = 'a' * 10 ** 5 + 'b'\nwhile True: x.find(y)",
        "x = 'a' * 10 ** 6\ny = 'a' * 10 ** 5 + 'b'\nwhile True: y in x",
        "x = 'a' * 10 ** 6\nwhile True: x.split('a')",
        "x = {i: i for i in range(9000)}\ny = {-i: i for i in range(9000)}\nwhile True: x == y",
        "x = 'aa'\nwhile True:\n    x = x.replace('a', 'aa')",
        "x = []\nfor i in x + [1]: x.append(i)\nfor i in x: x.append(i)",
        "def f(x): return f(x) if False else [f0(x - 1), f0(x - 1)]\n"
            + "def f0(x): return x and f(x)\nf(100)"
      })
  void noProgramTakesMoreThanItsSteps(String text) {
    assertThatExceptionOfType(ProgramException.class)
        .isThrownBy(() -> Program.read(text).run(100_000))
        .withMessageContaining("more than 100,000 steps")
        .matches(e -> e.kind() == Kind.STEPS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def f(n): return f(n + 1)\nf(0)",
        "def f(n): return [[sorted([0], key=lambda x: max([f(n)]))] for i in [1]]\nf(0)",
        "def up(x): return x\nx = [1]\nfor i in range(100000): x = map(up, x)\nprint(list(x))",
        "x = []\nfor i in range(100000): x = [x]\nprint(x == [x])",
        "x = []\nfor i in range(100000): x = [x]\nprint(x)",
        "x = ()\nfor i in range(100000): x = (x,)\nd = {x: 1}"
      })
  void whatNestsTooDeeplyIsAFault(String text) throws InterruptedException {
    ProgramException[] fault = new ProgramException[1];
    Throwable[] other = new Throwable[1];
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                Program.read(text).run(10_000_000);
              } catch (ProgramException e) {
                fault[0] = e;
              }
            },
            "a small stack",
            1 << 20);
    thread.setUncaughtExceptionHandler((failed, thrown) -> other[0] = thrown);
    thread.start();
    thread.join();
    assertThat(other[0]).isNull();
    assertThat(fault[0]).hasMessageContaining("nest too deeply");
  }

  @Test
  void deepTextsAreRefusedWhenTheyAreRead() {
    for (String text :
        List.of(
            "x = " + "(".repeat(50_000) + ")".repeat(50_000),
            "x = " + "[".repeat(50_000) + "]".repeat(50_000),
            "x = " + "1 if 1 else ".repeat(10_000) + "1",
            "x = " + "2 ** ".repeat(10_000) + "1",
            "x = a" + "[0]".repeat(10_000),
            "x = " + "lambda: ".repeat(10_000) + "1")) {
      assertThatExceptionOfType(ProgramException.class).isThrownBy(() -> Program.read(text));
    }
    String blocks = "";
    for (int i = 0; i < 60; i++) {
      blocks += " ".repeat(i) + "if 1:\n";
    }
    String nested = blocks + " ".repeat(60) + "pass\n";
    assertThatExceptionOfType(ProgramException.class)
        .isThrownBy(() -> Program.read(nested))
        .withMessageContaining("more than 40 blocks deep");
    assertThat(Program.read("x = 1\n" + "if x == 2: pass\n" + "elif x == 3: pass\n".repeat(9_000)))
        .isNotNull();
    assertThatExceptionOfType(ProgramException.class)
        .isThrownBy(() -> Program.read("#".repeat(200_001)))
        .withMessage("a program of 200,001 characters: at most 200,000");
  }
}
