package org.galton.task.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that try to harm the machine, to see what is not theirs, or to pass without solving
 * anything. Each has a test that it could pass by no honest means. After each, no process is left.
 */
final class SandboxAttackTest {
  private static final Limits LIMITS = new Limits(2, 1024, 64);
  private static final String UNSOLVED = "assert solved() == 'never'";
  private static final Duration GONE = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private Set<Long> before;

  @BeforeAll
  static void needsASandbox() {
    SandboxHere.assume();
  }

  @BeforeEach
  void countProcesses() {
    before = sandboxed();
  }

  @AfterEach
  void noProcessIsLeft() throws InterruptedException {
    long until = System.nanoTime() + GONE.toNanos();
    while (System.nanoTime() < until && !before.containsAll(sandboxed())) {
      Thread.sleep(20);
    }
    assertThat(before).containsAll(sandboxed());
  }

  @Test
  void aForkBombIsEnded() {
    ProgramRun run =
        attack(
            """
            import os
            while True:
                try:
                    os.fork()
                except OSError:
                    pass
            """);
    assertThat(run.ending()).isEqualTo(Ending.CPU_LIMIT);
  }

  @Test
  void aForkBombThatSleepsHasNoMoreProcessesThanTheLimit() {
    ProgramRun run =
        attack(
            """
            import os, time
            children = 0
            try:
                while True:
                    if os.fork() == 0:
                        time.sleep(60)
                    children += 1
            except OSError:
                print(children, flush=True)
            """);
    assertThat(Integer.parseInt(run.output().strip())).isBetween(1, Limits.PROCESSES);
    assertThat(run.told()).startsWith("1 NameError");
  }

  @Test
  void threadsCountAsProcesses() {
    ProgramRun run =
        attack(
            """
            import threading, time
            for _ in range(1000):
                threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
            """);
    assertThat(run.told()).startsWith("0 RuntimeError: can't start new thread");
  }

  @Test
  void memoryBeyondTheLimitIsRefused() {
    assertThat(attack("whole = bytearray(5 << 30)").told()).startsWith("0 MemoryError");
  }

  @Test
  void memoryOfManyProcessesIsCountedTogether() {
    ProgramRun run =
        attack(
            """
            import os, time
            for _ in range(8):
                if os.fork() == 0:
                    mine = bytearray(b'x') * (300 << 20)
                    time.sleep(60)
            time.sleep(60)
            """,
            // To fill memory takes CPU time, on a busy machine seconds of it.
            new Limits(10, 1024, 64));
    assertThat(run.ending()).isEqualTo(Ending.MEMORY_LIMIT);
  }

  @Test
  void memoryThatBelongsToNoProcessIsRefused() {
    ProgramRun run =
        attack(
            """
            import ctypes, os
            libc = ctypes.CDLL(None, use_errno=True)
            print(libc.shmget(0, ctypes.c_size_t(1 << 28), 0o1600), ctypes.get_errno())
            try:
                print(os.memfd_create('mine'))
            except OSError as refused:
                print(refused.errno, flush=True)
            """);
    assertThat(run.output()).isEqualTo("-1 1\n1\n");
  }

  @Test
  void aZipBombRunsOutOfMemory() {
    ProgramRun run =
        attack(
            """
            import zlib
            bomb = zlib.compress(bytes(16 << 20))
            whole = [zlib.decompress(bomb) for _ in range(64)]
            """,
            new Limits(10, 256, 64));
    assertThat(run.told()).startsWith("0 MemoryError");
  }

  @Test
  void filesFillNothingButFoldersOfTheirOwn() {
    ProgramRun run =
        attack(
            """
            import os
            held = 0
            for place in ('/tmp', '/box', '/dev/shm', '/', '/dev', '/var', '/run', '/usr'):
                for number in range(64):
                    try:
                        with open(place + '/%d' % number, 'wb') as file:
                            for _ in range(64):
                                held += file.write(bytes(1 << 20))
                                file.flush()
                    except OSError:
                        pass
            print(held >> 20, flush=True)
            """);
    assertThat(Integer.parseInt(run.output().strip()))
        .isBetween(64, (int) ((4 * Limits.FOLDER_BYTES) >> 20));
  }

  @Test
  void signalsReachNothingOutside() {
    ProgramRun run =
        attack(
            """
            import os, signal
            for target in (1, os.getppid(), -1, %d):
                for number in (signal.SIGTERM, signal.SIGKILL, signal.SIGSTOP):
                    try:
                        os.kill(target, number)
                        print('sent', target)
                    except OSError as refused:
                        print(refused.errno, target)
            print('alive', flush=True)
            """
                .formatted(ProcessHandle.current().pid()));
    assertThat(run.output()).contains("alive").doesNotContain("sent " + currentPid());
    assertThat(run.told()).startsWith("1 NameError");
  }

  @Test
  void procShowsNoProcessAndNoEnvironmentOfTheMachine() {
    ProgramRun run =
        attack(
            """
            import os
            for pid in filter(str.isdigit, os.listdir('/proc')):
                for name in ('environ', 'cmdline', 'maps', 'root/etc/passwd', 'cwd/secret', 'mem'):
                    try:
                        with open('/proc/%s/%s' % (pid, name), 'rb') as file:
                            print(pid, name, file.read(20000) if name != 'mem' else 'opened')
                    except OSError:
                        pass
                print('pid', pid)
            """);
    assertThat(run.output()).isNotEmpty().doesNotContain("passwd").doesNotContain("secret");
    assertThat(run.output().lines().filter(line -> line.startsWith("pid "))).hasSizeLessThan(4);
    List<String> own =
        System.getenv().values().stream()
            .filter(value -> value.length() > 20 && !Tools.PATH.contains(value))
            .toList();
    assertThat(own).noneMatch(run.output()::contains);
    assertThat(run.output()).contains("1 environ b'PATH=");
  }

  @Test
  void tracingAndMountingAreRefused() {
    ProgramRun run =
        attack(
            """
            import ctypes
            libc = ctypes.CDLL(None, use_errno=True)
            for call in (
                lambda: libc.ptrace(16, 1, 0, 0),
                lambda: libc.unshare(0x10000000),
                lambda: libc.mount(b'none', b'/tmp', b'tmpfs', 0, None),
                lambda: libc.chroot(b'/tmp'),
                lambda: libc.syscall(425, 8, None),
                lambda: libc.syscall(321, 0, None, 0),
            ):
                print(call(), ctypes.get_errno(), flush=True)
            """);
    assertThat(run.output().lines()).hasSize(6).allMatch("-1 1"::equals);
  }

  @Test
  void endlessOutputIsCutAndEnded() {
    ProgramRun run = attack("while True: print('x' * 1000)");
    assertThat(run.ending()).isEqualTo(Ending.OUTPUT_LIMIT);
    assertThat(run.output()).hasSize(LIMITS.outputBytes());
  }

  @Test
  void aLineWithoutEndIsCutAndEnded() {
    ProgramRun run = attack("import sys\nwhile True: sys.stdout.write('x' * 1000)");
    assertThat(run.ending()).isEqualTo(Ending.OUTPUT_LIMIT);
    assertThat(run.output()).hasSize(LIMITS.outputBytes());
  }

  @Test
  void endlessErrorsGoNowhere() {
    ProgramRun run = attack("import os\nwhile True: os.write(2, b'x' * 1000)");
    assertThat(run.ending()).isEqualTo(Ending.CPU_LIMIT);
  }

  @Test
  void anEndlessReportIsCutAndEnded() {
    ProgramRun run = attack("import os\nwhile True: os.write(3, b'done x 0 0 \\n')");
    assertThat(run.ending()).isEqualTo(Ending.OUTPUT_LIMIT);
  }

  @Test
  void sleepingIsNoWayToStayUnscored() {
    assertThat(attack("import time\ntime.sleep(1000)").ending()).isEqualTo(Ending.TIME_LIMIT);
  }

  @Test
  void theSignalOfTheCpuLimitCanBeIgnoredOnlyForASecond() {
    ProgramRun run = attack("import signal\nsignal.signal(24, signal.SIG_IGN)\nwhile True: pass");
    assertThat(run.isDone()).isFalse();
  }

  @Test
  void socketsReachNobody() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(200);
      ProgramRun run =
          attack(
              """
              import socket
              for family, address in (
                  (socket.AF_INET, ('192.0.2.1', 80)),
                  (socket.AF_INET, ('127.0.0.1', %d)),
                  (socket.AF_INET6, ('::1', %d)),
                  (socket.AF_UNIX, '/run/dbus/system_bus_socket'),
                  (socket.AF_UNIX, '/var/run/docker.sock'),
              ):
                  try:
                      with socket.socket(family) as out:
                          out.settimeout(1)
                          out.connect(address)
                          print('connected', address)
                  except OSError as refused:
                      print('refused', flush=True)
              with open('/proc/net/unix') as sockets:
                  print(len(sockets.readlines()) - 1, 'sockets of others')
              print(socket.if_nameindex(), flush=True)
              """
                  .formatted(server.getLocalPort(), server.getLocalPort()));
      assertThat(run.output())
          .doesNotContain("connected")
          .contains("0 sockets of others")
          .contains("[(1, 'lo')]");
    }
  }

  @Test
  void anAbstractSocketOfTheMachineIsOutOfReach() throws IOException {
    Process server =
        new ProcessBuilder(
                "/usr/bin/python3",
                "-c",
                "import socket\ns = socket.socket(socket.AF_UNIX)\ns.bind('\\0galton-abstract')\n"
                    + "s.listen()\nprint('up', flush=True)\ninput()")
            .start();
    try {
      assertThat(server.getInputStream().read()).isEqualTo('u');
      ProgramRun run =
          attack(
              """
              import socket
              with socket.socket(socket.AF_UNIX) as out:
                  out.connect('\\0galton-abstract')
              """);
      assertThat(run.told()).startsWith("0 ConnectionRefusedError");
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void filesOfTheMachineCannotBeReadOrWritten() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "loot");
    ProgramRun run =
        attack(
            """
            import os
            for place in ('/etc/passwd', '/etc/shadow', '/root', '/home', '/proc/kcore', '%1$s', '/var/log'):
                try:
                    if os.path.isdir(place):
                        os.listdir(place)
                    else:
                        open(place).read()
                    print('read', place)
                except OSError:
                    pass
            for place in ('/etc/x', '/usr/x', '/usr/bin/python3', '/x', '%1$s', '/proc/sysrq-trigger',
                          '/proc/sys/kernel/core_pattern', '/dev/sda', '/sys/x', '/dev/mem'):
                try:
                    open(place, 'w').write('x')
                    print('wrote', place)
                except OSError:
                    pass
            print(os.listdir('/'), flush=True)
            """
                .formatted(secret));
    assertThat(run.output())
        .doesNotContain("read")
        .doesNotContain("wrote")
        .contains("box")
        .doesNotContain("home");
    assertThat(secret).hasContent("loot");
  }

  @Test
  void exitingWithZeroPassesNothing() {
    ProgramRun run = attack("import os\nos._exit(0)");
    assertThat(run.ending()).isEqualTo(Ending.EXITED);
    assertThat(run.exitCode()).isZero();
    assertThat(run.isDone()).isFalse();
  }

  @Test
  void aGuessedWordOnTheReportPassesNothing() {
    attack(
        """
        import os
        for word in ('', '0' * 32, 'start', 'nonce'):
            os.write(3, ('done %s 1 1 \\n' % word).encode())
        os._exit(0)
        """);
  }

  @Test
  void closingTheReportPassesNothing() {
    attack("import os\nos.close(3)\nos.close(1)");
  }

  @Test
  void anotherProgramInItsPlacePassesNothing() {
    attack("import os, sys\nos.execv('/bin/true', ['true'])");
  }

  @Test
  void patchedExitsAndOutputsPassNothing() {
    attack(
        """
        import builtins, os, sys
        sys.exit = os._exit = builtins.exit = lambda *words: None
        sys.excepthook = lambda *words: os.write(3, b'done')
        builtins.AssertionError = Warning
        builtins.exec = builtins.compile = builtins.enumerate = lambda *words, **more: []
        builtins.type = builtins.str = builtins.open = None
        os.write = os.read = None
        """);
  }

  @Test
  void thereIsNoFileOfTestsToDelete() {
    ProgramRun run =
        attack(
            """
            import os, shutil
            for place in ('/box', '/tmp', '/dev', '/proc/self', '/usr/share/doc', '/usr/lib/python3.11/json'):
                shutil.rmtree(place, ignore_errors=True)
            for file in ('/usr/bin/python3', '/judge.py', '/box/test.py'):
                try:
                    os.remove(file)
                except OSError:
                    pass
            print(sorted(os.listdir('/')), flush=True)
            """);
    assertThat(run.output()).contains("usr");
    assertThat(run.told()).startsWith("1 NameError");
    assertThat(Path.of("/usr/bin/python3")).exists();
  }

  @Test
  void aDaemonEndsWithTheProgramThatLeftIt() {
    attack(
        """
        import os, time
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                os.closerange(0, 64)
                time.sleep(600)
            os._exit(0)
        os._exit(0)
        """);
  }

  @Test
  void sourceThatBreaksTheCompilerFails() {
    assertThat(attack("(".repeat(90_000)).told()).startsWith("0 ");
    assertThat(attack("x = " + "-".repeat(90_000) + "1").isDone()).isFalse();
    assertThat(attack("x = '\0'").told()).startsWith("0 ");
  }

  private static ProgramRun attack(String program) {
    return attack(program, LIMITS);
  }

  private static ProgramRun attack(String program, Limits limits) {
    Sandbox sandbox = Sandbox.tried(Confinement.BUBBLEWRAP, "/usr/bin/python3", 1024);
    ProgramRun run = sandbox.run(Program.tested(program, List.of(UNSOLVED)), limits);
    assertThat(run.isDone()).as(run.toString()).isFalse();
    return run;
  }

  private static String currentPid() {
    return Long.toString(ProcessHandle.current().pid());
  }

  // Every process of the machine that was started with our harness.
  private static Set<Long> sandboxed() {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .map(path -> path.getFileName().toString())
          .filter(name -> name.chars().allMatch(c -> '0' <= c && c <= '9'))
          .filter(name -> commandLine(name).contains("Runs a program in the sandbox."))
          .map(Long::valueOf)
          .filter(pid -> !ofAnotherTest(pid))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it stands under what started us but not under us. An orphan stands under neither. */
  private static boolean ofAnotherTest(long pid) {
    Set<ProcessHandle> above = ancestors(ProcessHandle.current()).collect(Collectors.toSet());
    above.removeIf(handle -> handle.pid() == 1);
    return ProcessHandle.of(pid).stream()
        .flatMap(SandboxAttackTest::ancestors)
        .takeWhile(handle -> !handle.equals(ProcessHandle.current()))
        .anyMatch(above::contains);
  }

  private static Stream<ProcessHandle> ancestors(ProcessHandle process) {
    return Stream.iterate(process.parent(), Optional::isPresent, one -> one.get().parent())
        .map(Optional::get);
  }

  private static String commandLine(String pid) {
    try {
      return Files.readString(Path.of("/proc", pid, "cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
