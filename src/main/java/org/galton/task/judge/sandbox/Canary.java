package org.galton.task.judge.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.galton.task.judge.JudgeBroken;

/**
 * Tries once on each machine whether the sandbox refuses what it is to refuse and whether its
 * limits end a program. A sandbox is handed out only where all of it holds.
 */
final class Canary {
  private static final Map<Setting, String> FAULTS = new ConcurrentHashMap<>();

  private static final String SPIN = "while True: pass";

  private static final Map<String, String> MEANING =
      new TreeMap<>(
          Map.of(
              "network", "a connection went out",
              "write", "a file was written outside the program's folders",
              "files", "the machine's files can be read",
              "pids", "the machine's processes can be seen",
              "root", "the program has root's rights",
              "filter", "the filter of system calls does not hold",
              "memory", "the limit on memory does not hold",
              "disk", "the limit on files does not hold",
              "processes", "the limit on processes does not hold",
              "time", "the limit on CPU time does not hold"));

  private record Setting(Confinement confinement, String python, int memoryMib) {}

  private Canary() {}

  /**
   * A sandbox that was tried on this machine.
   *
   * @throws JudgeBroken saying what is missing or does not hold, and what to do
   */
  static Sandbox tried(Confinement confinement, String python, int memoryMib) {
    Sandbox sandbox = new Sandbox(confinement, python, Tools.ofSystem());
    if (confinement == Confinement.NONE) {
      return sandbox;
    }
    String fault =
        FAULTS.computeIfAbsent(
            new Setting(confinement, python, memoryMib), setting -> fault(sandbox, memoryMib));
    if (!fault.isEmpty()) {
      throw new JudgeBroken(fault);
    }
    return sandbox;
  }

  /** What of a sandbox does not hold, and what to do; empty where all of it holds. */
  static String fault(Sandbox sandbox, int memoryMib) {
    try {
      List<String> faults = faults(sandbox, new Limits(5, memoryMib, 64));
      return faults.isEmpty()
          ? ""
          : "Cannot judge code: the sandbox of this machine does not hold: %s; judge as a user other than root, on Linux 5.14 or later, with bubblewrap 0.8 or later"
              .formatted(
                  faults.stream()
                      .map(word -> MEANING.getOrDefault(word, word))
                      .collect(Collectors.joining(", ")));
    } catch (JudgeBroken e) {
      return e.getMessage()
          + "; user namespaces may be disabled: allow them with sysctl -w"
          + " kernel.unprivileged_userns_clone=1 (Debian) or sysctl -w"
          + " kernel.apparmor_restrict_unprivileged_userns=0 (Ubuntu), with sysctl -w"
          + " user.max_user_namespaces=10000, or in a container with a seccomp profile that lets"
          + " unshare pass";
    }
  }

  private static List<String> faults(Sandbox sandbox, Limits limits) {
    String asked =
        "%d %d %d".formatted(limits.memoryBytes(), Limits.FOLDER_BYTES, Limits.PROCESSES);
    ProgramRun tried = sandbox.run(Program.script(Harness.CANARY, asked), limits);
    if (!tried.isDone()) {
      return List.of("the trial itself ended with " + tried.ending() + " " + tried.told());
    }
    List<String> faults =
        new ArrayList<>(
            Arrays.stream(tried.output().strip().split(" "))
                .filter(word -> !word.isEmpty())
                .toList());
    ProgramRun spun = sandbox.run(Program.script(SPIN, ""), new Limits(1, limits.memoryMib(), 64));
    if (spun.ending() != Ending.CPU_LIMIT) {
      faults.add("time");
    }
    return faults;
  }
}
