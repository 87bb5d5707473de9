package org.galton.task.judge.code;

import java.io.Serializable;
import org.galton.task.judge.sandbox.Limits;

/**
 * What a judged program may use.
 *
 * @param cpuSeconds where all tests run in one process
 * @param testCpuSeconds where each test has its own
 * @param memoryMib of all its processes together
 * @param outputKib written to its standard output
 */
public record CodeLimits(int cpuSeconds, int testCpuSeconds, int memoryMib, int outputKib)
    implements Serializable {
  /** EvalPlus and LiveCodeBench have 4 GiB; LiveCodeBench has 6 s a test. */
  public static final CodeLimits USUAL = new CodeLimits(10, 6, 4096, 1024);

  Limits ofProgram() {
    return new Limits(cpuSeconds, memoryMib, outputKib);
  }

  Limits ofTest() {
    return new Limits(testCpuSeconds, memoryMib, outputKib);
  }
}
