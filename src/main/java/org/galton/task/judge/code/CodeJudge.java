package org.galton.task.judge.code;

import java.util.Locale;
import org.galton.task.OpeningJudge;
import org.galton.task.Prompt;
import org.galton.task.Verifier;
import org.galton.task.judge.sandbox.Confinement;
import org.galton.task.judge.sandbox.Sandbox;

/**
 * Runs the program that a completion holds beside the reference's tests, in a sandbox; right if all
 * pass. Code that shares a process with its tests can outwit them, which only a program written
 * against this judge would do; programs whose output is compared cannot.
 *
 * @param confinement of the programs
 * @param python path of the interpreter
 * @param limits of each program
 * @param repeat how often each is run; it is right if it passes every time
 */
public record CodeJudge(Confinement confinement, String python, CodeLimits limits, int repeat)
    implements OpeningJudge {
  /**
   * What begins the detail of a verdict on a program that passed in some runs and not in others.
   */
  public static final String FLAKY = "flaky: ";

  static final String VERSION = "code/1";

  private static final String SEEN = "/usr/";

  public CodeJudge {
    if (confinement == Confinement.BUBBLEWRAP && !python.startsWith(SEEN)) {
      throw new IllegalArgumentException(
          "Invalid python '%s': expected a path below /usr, all of the machine that a sandbox shows"
              .formatted(python));
    }
    if (python.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("Invalid python: expected no character 0");
    }
  }

  /** Each program is run once. */
  public CodeJudge(Confinement confinement, String python, CodeLimits limits) {
    this(confinement, python, limits, 1);
  }

  /** The system's Python in a sandbox, with the usual limits. */
  public static CodeJudge withDefaults() {
    return new CodeJudge(Confinement.BUBBLEWRAP, "/usr/bin/python3", CodeLimits.USUAL);
  }

  @Override
  public String scorer() {
    return "%s{sandbox=%s,python=%s,cpu=%d,test_cpu=%d,memory=%d,output=%d%s}"
        .formatted(
            VERSION,
            confinement.name().toLowerCase(Locale.ROOT),
            python,
            limits.cpuSeconds(),
            limits.testCpuSeconds(),
            limits.memoryMib(),
            limits.outputKib(),
            repeat == 1 ? "" : ",repeat=" + repeat);
  }

  @Override
  public String expectedReference() {
    return CodeReferences.EXPECTED;
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return CodeReferences.read(prompt.reference()).isPresent();
  }

  /**
   * @throws org.galton.task.judge.JudgeBroken where this machine has no sandbox that holds
   */
  @Override
  public Verifier verifier() {
    return new CodeVerifier(this, Sandbox.tried(confinement, python, limits.memoryMib()));
  }

  /** A machine may have no sandbox. */
  @Override
  public boolean isTriedFirst() {
    return true;
  }
}
