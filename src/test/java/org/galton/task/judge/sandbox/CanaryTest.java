package org.galton.task.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.galton.task.judge.JudgeBroken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CanaryTest {
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir private Path folder;

  @BeforeAll
  static void needsASandbox() {
    SandboxHere.assume();
  }

  @Test
  void theSandboxOfThisMachineHolds() {
    assertThatCode(() -> Sandbox.tried(Confinement.BUBBLEWRAP, PYTHON, 512))
        .doesNotThrowAnyException();
  }

  @Test
  void withoutBubblewrapNothingIsRun() throws IOException {
    link("prlimit");
    link("setpriv");
    assertThatThrownBy(() -> sandbox(PYTHON))
        .isInstanceOf(JudgeBroken.class)
        .hasMessage(
            "Cannot judge code: the program 'bwrap' is not installed, without which no model's"
                + " code is run; install it (Debian and Ubuntu: apt-get install bubblewrap), on"
                + " every machine that judges, then run the same command again");
  }

  @Test
  void withoutPythonNothingIsRun() throws IOException {
    link("prlimit");
    assertThatThrownBy(() -> sandbox("/usr/bin/python9"))
        .isInstanceOf(JudgeBroken.class)
        .hasMessageStartingWith("Cannot judge code: there is no program /usr/bin/python9; install")
        .hasMessageContaining("or name another as 'python'");
  }

  @Test
  void whereNamespacesAreDisabledTheirSettingsAreNamed() throws IOException {
    link("prlimit");
    link("setpriv");
    script("bwrap", "echo 'bwrap: No permissions to create new namespace' >&2; exit 1");
    assertThat(Canary.fault(sandbox(PYTHON), 512))
        .startsWith("Cannot start a sandbox: it ended with exit code 1 and said 'bwrap: No perm")
        .contains("kernel.unprivileged_userns_clone=1")
        .contains("kernel.apparmor_restrict_unprivileged_userns=0");
  }

  /** What calls itself bubblewrap and confines nothing is found out. */
  @Test
  void aSandboxThatLetsThroughIsRefusedWithWhatItLetThrough() throws IOException {
    link("prlimit");
    link("setpriv");
    script("bwrap", "while [ \"$1\" != -- ]; do shift; done; shift; exec \"$@\"");
    assertThat(Canary.fault(sandbox(PYTHON), 512))
        .startsWith("Cannot judge code: the sandbox of this machine does not hold: ")
        .contains("the machine's files can be read")
        .contains("the machine's processes can be seen")
        .contains("the filter of system calls does not hold")
        .doesNotContain("the limit on memory")
        .doesNotContain("the limit on CPU time");
  }

  @Test
  void aLimitThatDoesNotHoldIsNamed() throws IOException {
    link("prlimit");
    link("setpriv");
    // A bubblewrap that leaves out the words which set the limits inside.
    script(
        "bwrap",
        "for word; do shift; case $word in */prlimit) set -- \"$@\" /usr/bin/env;;"
            + " --cpu*|--as*|--fsize*|--nofile*|--core*|--nproc*) ;; *) set -- \"$@\" \"$word\";;"
            + " esac; done; exec /usr/bin/bwrap \"$@\"");
    // Enough memory for more processes than are allowed, which on a busy machine live long enough
    // to be weighed.
    assertThat(Canary.fault(sandbox(PYTHON), 2048))
        .contains("the limit on memory does not hold")
        .contains("the limit on processes does not hold")
        .doesNotContain("a connection went out");
  }

  private Sandbox sandbox(String python) {
    return new Sandbox(Confinement.BUBBLEWRAP, python, new Tools(List.of(folder)));
  }

  private void link(String name) throws IOException {
    Files.createSymbolicLink(folder.resolve(name), Tools.ofSystem().find(name).orElseThrow());
  }

  private void script(String name, String body) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
