package org.galton.task.judge.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Tests that run a sandbox are passed over where there is none, but not on the build server. */
public final class SandboxHere {
  private SandboxHere() {}

  /** Where the variable is set a machine is to have all that tests need. */
  public static void assume() {
    assumeTrue(
        System.getenv("GALTON_TEST_SANDBOX") != null || Tools.ofSystem().find("bwrap").isPresent(),
        "no bwrap here");
  }
}
