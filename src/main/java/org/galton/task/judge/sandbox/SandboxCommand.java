package org.galton.task.judge.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.galton.task.judge.JudgeBroken;

/**
 * The words that start Python in a sandbox on this machine. bubblewrap makes namespaces of
 * everything, the limits are set inside: outside, the limit on processes would count all of the
 * user's. Root is not bound by that limit, so root gives its rights up first.
 */
final class SandboxCommand {
  private static final String NOBODY = "65534";
  private static final String NEEDED =
      "Cannot judge code: %s; %s, on every machine that judges, then run the same command again";

  // Descriptor 9 is the filter's, which root opens before it is nobody.
  private static final String WITH_FILTER = "f=$1; shift; exec \"$@\" 9<\"$f\"";

  private final Confinement confinement;
  private final List<String> before = new ArrayList<>();
  private final Tools tools;
  private final String prlimit;
  private final String python;

  /**
   * @throws JudgeBroken where a program is missing
   */
  SandboxCommand(Confinement confinement, String python, Tools tools) {
    this.confinement = confinement;
    this.tools = tools;
    this.python = python;
    this.prlimit = tool("prlimit", "util-linux");
    if (!Files.isExecutable(Path.of(python))) {
      throw new JudgeBroken(
          NEEDED.formatted(
              "there is no program " + python,
              "install it (Debian and Ubuntu: apt-get install python3) or name another as"
                  + " 'python'"));
    }
    switch (confinement) {
      case BUBBLEWRAP -> bubblewrap();
      case NONE -> {}
    }
  }

  /** Python with a script, of which the words after it are arguments. */
  List<String> running(Limits limits, String script) {
    List<String> words = new ArrayList<>(before);
    words.add(prlimit);
    // The first is a signal that tells of it, the second the end.
    words.add("--cpu=%d:%d".formatted(limits.cpuSeconds(), limits.cpuSeconds() + 1));
    words.add("--as=" + limits.memoryBytes());
    words.add("--fsize=" + Limits.FILE_BYTES);
    words.add("--nofile=" + Limits.OPEN_FILES);
    words.add("--core=0");
    if (confinement == Confinement.BUBBLEWRAP) {
      words.add("--nproc=" + Limits.PROCESSES);
    }
    words.addAll(List.of("--", python, "-s", "-S", "-B", "-c", script));
    return words;
  }

  private void bubblewrap() {
    String bwrap = tool("bwrap", "bubblewrap");
    SyscallFilter filter =
        SyscallFilter.here()
            .orElseThrow(
                () ->
                    new JudgeBroken(
                        NEEDED.formatted(
                            "there is no filter of system calls for the architecture "
                                + System.getProperty("os.arch"),
                            "judge on x86-64 or ARM64")));
    before.addAll(List.of("/bin/sh", "-c", WITH_FILTER, "sh", stored(filter)));
    if (isRoot()) {
      before.addAll(
          List.of(
              tool("setpriv", "util-linux"),
              "--reuid=" + NOBODY,
              "--regid=" + NOBODY,
              "--clear-groups",
              "--inh-caps=-all",
              "--bounding-set=-all",
              "--"));
    }
    before.addAll(List.of(bwrap, "--unshare-all", "--unshare-user", "--disable-userns"));
    before.addAll(List.of("--die-with-parent", "--new-session", "--clearenv"));
    environment("PATH", "/usr/bin:/bin");
    environment("HOME", "/box");
    environment("LANG", "C.UTF-8");
    environment("TZ", "UTC");
    environment("PYTHONHASHSEED", "0");
    environment("OMP_NUM_THREADS", "1");
    environment("OPENBLAS_NUM_THREADS", "1");
    before.addAll(List.of("--uid", NOBODY, "--gid", NOBODY, "--hostname", "sandbox"));
    before.addAll(List.of("--ro-bind", "/usr", "/usr"));
    for (String folder : List.of("bin", "lib", "lib64")) {
      before.addAll(List.of("--symlink", "usr/" + folder, "/" + folder));
    }
    before.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    for (String folder : List.of("/dev/shm", "/tmp", "/box")) {
      before.addAll(List.of("--size", Long.toString(Limits.FOLDER_BYTES), "--tmpfs", folder));
    }
    // The root and /dev are memory without a limit otherwise.
    before.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/box"));
    before.addAll(List.of("--cap-drop", "ALL", "--seccomp", "9", "--"));
  }

  private void environment(String name, String value) {
    before.addAll(List.of("--setenv", name, value));
  }

  private static boolean isRoot() {
    try {
      return ((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid")) == 0;
    } catch (IOException | UnsupportedOperationException e) {
      throw new JudgeBroken(
          NEEDED.formatted("there is no /proc (" + e.getMessage() + ")", "judge on Linux"));
    }
  }

  private String tool(String name, String debianPackage) {
    return tools
        .find(name)
        .map(Path::toString)
        .orElseThrow(
            () ->
                new JudgeBroken(
                    NEEDED.formatted(
                        "the program '%s' is not installed, without which no model's code is run"
                            .formatted(name),
                        "install it (Debian and Ubuntu: apt-get install %s)"
                            .formatted(debianPackage))));
  }

  private static String stored(SyscallFilter filter) {
    try {
      Path file = Files.createTempFile("galton-", ".bpf");
      file.toFile().deleteOnExit();
      Files.write(file, filter.program());
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot store the filter of system calls", e);
    }
  }
}
