package org.galton.task.judge.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.galton.task.judge.code.CodeReference.Asserts;
import org.galton.task.judge.code.CodeReference.Calls;
import org.galton.task.judge.code.CodeReference.Example;
import org.galton.task.judge.code.CodeReference.FunctionTest;
import org.galton.task.judge.code.CodeReference.Scripts;
import org.galton.task.judge.code.CodeReference.Solved;
import org.galton.task.judge.sandbox.Limits;
import org.galton.task.judge.sandbox.Program;
import org.galton.task.judge.sandbox.ProgramRun;
import org.galton.task.judge.sandbox.Sandbox;

/** Runs the tests of a reference on a program, up to the first that fails. */
final class CodeTests {
  private final Sandbox sandbox;
  private final CodeLimits limits;
  private final SolvedTests solved;

  CodeTests(Sandbox sandbox, CodeLimits limits) {
    this.sandbox = sandbox;
    this.limits = limits;
    this.solved = new SolvedTests(sandbox, limits.ofProgram());
  }

  Outcome run(String code, CodeReference reference) {
    if (reference instanceof FunctionTest function) {
      String test = function.test() + "\n\ncheck(" + function.entryPoint() + ")\n";
      return beside(Joined.of(function.prompt(), function.entryPoint(), code), List.of(test));
    } else if (reference instanceof Asserts asserts) {
      return beside(asserts.setup() + "\n" + code, asserts.tests());
    } else if (reference instanceof Scripts scripts) {
      return each(
          scripts.tests(),
          example -> Program.script(code, example.input()),
          (run, example) -> OutputLines.equal(run.output(), example.output()));
    } else if (reference instanceof Calls calls) {
      return each(
          calls.tests(),
          example -> Program.called(code, calls.entryPoint(), example.input()),
          (run, example) -> JsonValues.EXACT.equal(run.told(), example.output()));
    } else if (reference instanceof Solved problem) {
      return solved.run(code, problem);
    }
    throw new IllegalStateException("A reference of no known style");
  }

  private Outcome beside(String program, List<String> tests) {
    ProgramRun run = sandbox.run(Program.tested(program, tests), limits.ofProgram());
    return run.isDone()
        ? Outcome.passed(tests.size(), List.of(run))
        : Outcome.failed(Failure.of(run, tests.size(), limits.ofProgram()), List.of(run));
  }

  private Outcome each(
      List<Example> examples,
      Function<Example, Program> program,
      BiPredicate<ProgramRun, Example> isRight) {
    Limits each = limits.ofTest();
    List<ProgramRun> runs = new ArrayList<>();
    for (Example example : examples) {
      ProgramRun run = sandbox.run(program.apply(example), each);
      runs.add(run);
      if (!run.isDone()) {
        return Outcome.failed(Failure.of(run, runs.size(), examples.size(), each), runs);
      }
      if (!isRight.test(run, example)) {
        return Outcome.failed(Failure.wrong(runs.size(), examples.size()), runs);
      }
    }
    return Outcome.passed(examples.size(), runs);
  }
}
