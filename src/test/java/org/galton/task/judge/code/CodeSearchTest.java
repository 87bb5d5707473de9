package org.galton.task.judge.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.galton.task.judge.code.CodeReference.Asserts;
import org.galton.task.judge.code.CodeReference.Example;
import org.galton.task.judge.code.CodeReference.FunctionTest;
import org.galton.task.judge.code.CodeReference.Scripts;
import org.junit.jupiter.api.Test;

final class CodeSearchTest {
  private static final CodeReference FUNCTION = new FunctionTest("def f(x):\n", "f", "pass");
  private static final CodeReference ASSERTS = new Asserts("", List.of("assert f(1)"));
  private static final CodeReference SCRIPTS = new Scripts(List.of(new Example("", "")));

  @Test
  void theLastBlockThatDefinesTheEntryPointIsTaken() {
    assertThat(
            code(
                "```python\ndef f(x):\n    return 1\n```\nor\n```py\ndef f(x):\n    return 2\n```\nTry:\n```\nf(3)\n```",
                FUNCTION))
        .isEqualTo("def f(x):\n    return 2\n");
  }

  @Test
  void whereNoneDefinesItTheLastBlockIs() {
    assertThat(code("```\nfirst\n```\n~~~\nsecond\n~~~\n", FUNCTION)).isEqualTo("second\n");
    assertThat(code("```\na\n```\n```\nb\n```", SCRIPTS)).isEqualTo("b\n");
  }

  @Test
  void aBlockThatNothingClosesReachesToTheEnd() {
    assertThat(code("Sure:\n```python\nprint(1)\n", SCRIPTS)).isEqualTo("print(1)\n\n");
  }

  @Test
  void aBlockThatThePromptOpenedIsClosedByTheFirstFence() {
    assertThat(code("    return x\n```\nIt returns x.", FUNCTION)).isEqualTo("    return x\n");
    assertThat(code("# Title\n\n```\nprint(1)\n```\n", SCRIPTS)).isEqualTo("print(1)\n");
  }

  @Test
  void aLongerFenceHoldsAShorterOne() {
    assertThat(code("````\ns = '''\n```\n'''\n````", SCRIPTS)).isEqualTo("s = '''\n```\n'''\n");
  }

  @Test
  void aContinuationEndsWhereTheNextDefinitionBegins() {
    for (String stop : List.of("def g():", "class A:", "# more", "if x:", "print(1)")) {
      assertThat(code("    return x\n" + stop + "\n    pass\n", FUNCTION))
          .isEqualTo("    return x");
    }
  }

  @Test
  void aWholeProgramKeepsItsOwnHelpers() {
    assertThat(
            code(
                "Here:\nimport math\n\ndef g(x):\n    return x\n\ndef f(x):\n    return g(x)\n\ndef h(): pass\n\nprint(f(1))\n",
                FUNCTION))
        .isEqualTo(
            "import math\n\ndef g(x):\n    return x\n\ndef f(x):\n    return g(x)\n\ndef h(): pass\n");
  }

  @Test
  void theStopTextOfAssertsEndsAProgram() {
    assertThat(code("def f(x): return x\n[DONE]\nmore", ASSERTS)).isEqualTo("def f(x): return x\n");
  }

  @Test
  void thinkingIsNotSearched() {
    assertThat(code("<think>```\nbad\n```</think>```\ngood\n```", SCRIPTS)).isEqualTo("good\n");
    assertThat(CodeSearch.in("<think>```\nbad\n```", SCRIPTS)).isEmpty();
  }

  @Test
  void nothingAndTooMuchAreNoCode() {
    assertThat(CodeSearch.in("", FUNCTION)).isEmpty();
    assertThat(CodeSearch.in("```\n\n```", FUNCTION)).isEmpty();
    assertThat(CodeSearch.in("x".repeat(CodeSearch.LONGEST + 1), SCRIPTS)).isEmpty();
    assertThat(CodeSearch.in("`".repeat(1_000_000), SCRIPTS)).isNotPresent();
  }

  private static String code(String completion, CodeReference reference) {
    return CodeSearch.in(completion, reference).map(FoundCode::text).orElse(null);
  }
}
