package org.galton.task.judge.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galton.spec.text.GivenJson;
import org.galton.task.judge.JudgeFailure;
import org.galton.task.judge.code.CodeReference.Solved;
import org.galton.task.judge.sandbox.Limits;
import org.galton.task.judge.sandbox.Program;
import org.galton.task.judge.sandbox.ProgramRun;
import org.galton.task.judge.sandbox.Sandbox;

/**
 * Compares what a program returns with what the solution of its problem returns, each in a sandbox
 * of its own. Values are equal as Python's {@code ==} has it; floats, as EvalPlus has it, within
 * the problem's {@code atol}, or 1e-6 where it has none, and 1e-7 of the expected value.
 */
final class SolvedTests {
  private static final GivenJson JSON = GivenJson.ofPython(Set.of());
  private static final double USUAL_TOLERANCE = 1e-6;
  private static final double RELATIVE = 1e-7;

  private final Sandbox sandbox;
  private final Limits limits;

  // The rollouts of a prompt come one after another.
  private Solved solved;
  private ProgramRun solution;

  SolvedTests(Sandbox sandbox, Limits limits) {
    this.sandbox = sandbox;
    this.limits = limits;
  }

  /**
   * @throws JudgeFailure where the solution itself fails
   */
  Outcome run(String code, Solved problem) {
    JsonNode expected = expected(problem);
    ProgramRun run = returned(code, problem);
    int tests = problem.inputs().size();
    if (!run.isDone()) {
      int place = Failure.place(run.told());
      return failed(Failure.of(run, tests, limits), place, problem, run);
    }
    JsonNode given = values(run).orElse(null);
    JsonValues values =
        new JsonValues(problem.tolerance() > 0 ? problem.tolerance() : USUAL_TOLERANCE, RELATIVE);
    for (int i = 0; i < tests; i++) {
      if (given == null || given.size() != tests || !values.equal(given.get(i), expected.get(i))) {
        return failed(Failure.wrong(i + 1, tests), i + 1, problem, run);
      }
    }
    return Outcome.passed(tests, List.of(run));
  }

  private static Outcome failed(String how, int place, Solved problem, ProgramRun run) {
    String set =
        place == 0 ? "" : place <= problem.base() ? ", in the base set" : ", in the plus set";
    return Outcome.failed(how + set, List.of(run));
  }

  private JsonNode expected(Solved problem) {
    if (!problem.equals(solved)) {
      solution = returned(problem.solution(), problem);
      solved = problem;
    }
    return values(solution)
        .filter(values -> values.size() == problem.inputs().size())
        .orElseThrow(
            () ->
                new JudgeFailure(
                    "Cannot judge: the canonical solution of its problem "
                        + Failure.of(solution, problem.inputs().size(), limits)));
  }

  private ProgramRun returned(String code, Solved problem) {
    String program = Joined.of(problem.prompt(), problem.entryPoint(), code);
    String inputs = "[" + String.join(",", problem.inputs()) + "]";
    return sandbox.run(Program.solving(program, problem.entryPoint(), inputs), limits);
  }

  /** What each call returned. */
  private static Optional<JsonNode> values(ProgramRun run) {
    try {
      return run.isDone() ? Optional.of(JSON.only(run.told())) : Optional.empty();
    } catch (IOException e) {
      // It has found the secret word, and tells us something else.
      return Optional.empty();
    }
  }
}
