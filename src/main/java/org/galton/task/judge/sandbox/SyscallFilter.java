package org.galton.task.judge.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/**
 * System calls that no program of a benchmark needs, refused with "not permitted": tracing other
 * processes, mounting, new namespaces, loading code into the kernel, and memory that belongs to no
 * process and would not be counted (shared memory of System V, memory files). A classic BPF program
 * as {@code seccomp(2)} takes it, for x86-64 and ARM64; a call of another architecture ends the
 * process.
 */
enum SyscallFilter {
  X86_64(
      0xC000003E,
      29,
      30,
      31,
      64,
      65,
      66,
      67,
      68,
      69,
      70,
      71,
      101,
      103,
      135,
      153,
      155,
      159,
      161,
      163,
      164,
      165,
      166,
      167,
      168,
      169,
      175,
      176,
      179,
      220,
      227,
      240,
      246,
      248,
      249,
      250,
      272,
      298,
      300,
      303,
      304,
      308,
      310,
      311,
      312,
      313,
      319,
      320,
      321,
      323,
      425,
      426,
      427,
      428,
      429,
      430,
      431,
      432,
      433,
      438,
      442,
      447),
  AARCH64(
      0xC00000B7,
      39,
      40,
      41,
      51,
      58,
      60,
      89,
      92,
      97,
      104,
      105,
      106,
      112,
      116,
      117,
      142,
      170,
      171,
      180,
      186,
      187,
      188,
      189,
      190,
      191,
      192,
      193,
      194,
      195,
      196,
      197,
      217,
      218,
      219,
      224,
      225,
      241,
      262,
      264,
      265,
      268,
      270,
      271,
      272,
      273,
      279,
      280,
      282,
      294,
      425,
      426,
      427,
      428,
      429,
      430,
      431,
      432,
      433,
      438,
      442,
      447);

  // struct seccomp_data: the number at 0, the architecture at 4.
  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final short LOAD = 0x20;
  private static final short IF_EQUAL = 0x15;
  private static final short IF_AT_LEAST = 0x35;
  private static final short RETURN = 0x06;
  private static final int ALLOW = 0x7FFF0000;
  private static final int NOT_PERMITTED = 0x00050001;
  private static final int KILL_PROCESS = 0x80000000;

  /** From here on x86-64 has a second set of numbers for the same calls. */
  private static final int SECOND_SET = 0x40000000;

  private static final int INSTRUCTION_BYTES = 8;

  private final int architecture;
  private final int[] refused;

  SyscallFilter(int architecture, int... refused) {
    this.architecture = architecture;
    this.refused = refused;
  }

  /** For this machine, where it is one of the two. */
  static Optional<SyscallFilter> here() {
    return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }

  byte[] program() {
    ByteBuffer program =
        ByteBuffer.allocate(INSTRUCTION_BYTES * (refused.length + 7))
            .order(ByteOrder.nativeOrder());
    add(program, LOAD, 0, 0, ARCHITECTURE);
    add(program, IF_EQUAL, 1, 0, architecture);
    add(program, RETURN, 0, 0, KILL_PROCESS);
    add(program, LOAD, 0, 0, NUMBER);
    add(program, IF_AT_LEAST, refused.length + 1, 0, SECOND_SET);
    for (int i = 0; i < refused.length; i++) {
      add(program, IF_EQUAL, refused.length - i, 0, refused[i]);
    }
    add(program, RETURN, 0, 0, ALLOW);
    add(program, RETURN, 0, 0, NOT_PERMITTED);
    return program.array();
  }

  /**
   * @param yes instructions to leave out where the condition holds
   */
  private static void add(ByteBuffer program, short code, int yes, int no, int value) {
    program.putShort(code).put((byte) yes).put((byte) no).putInt(value);
  }
}
