package org.galton.model.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.galton.console.ChildJvm;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines as processes of their own: a small one that answers at once, started and killed. */
final class SharedEnginesTest {
  private static final Sampling SAMPLING = Sampling.untempered(4);
  private static final EnginePlace PLACE = new EnginePlace("m", "cpu", 8, "float32");

  @TempDir private Path folder;

  /** Answers after a while; its process id is in the file that it is given. */
  static final class SmallEngine {
    private SmallEngine() {}

    public static void main(String[] args) throws Exception {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])),
              100);
      Files.writeString(Path.of(args[2]), ProcessHandle.current().pid() + "\n");
      server.createContext(
          "/",
          exchange -> {
            String path = exchange.getRequestURI().getPath();
            String answer =
                switch (path) {
                  case "/health" -> "{}";
                  case "/version" -> "{\"version\": \"7.5\"}";
                  case "/v1/models" -> "{\"data\": [{\"id\": \"" + args[1] + "\"}]}";
                  default -> completion(exchange.getRequestBody().readAllBytes());
                };
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      server.setExecutor(Executors.newCachedThreadPool());
      server.start();
    }

    private static String completion(byte[] body) {
      String asked = new String(body, StandardCharsets.UTF_8);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      String prompt = asked.replaceAll("(?s).*\"prompt\":\"([^\"]*)\".*", "$1");
      return "{\"choices\": [{\"index\": 0, \"text\": \"to %s\", \"finish_reason\": \"stop\"}], \"usage\": {\"prompt_tokens\": 1, \"completion_tokens\": 2}}"
          .formatted(prompt);
    }
  }

  private EngineSource small(String... keys) {
    String command =
        "%s -Xmx64m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp %s %s {port} {name} %s"
            .formatted(
                ChildJvm.command("64m").get(0),
                ChildJvm.classPath(),
                SmallEngine.class.getName(),
                pidFile());
    return source(command, keys);
  }

  private static EngineSource source(String command, String... keys) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("engine", "other");
    all.put("version", "7.5");
    all.put("command", command);
    all.put("in_flight", "4");
    for (String key : keys) {
      all.put(key.split("=", 2)[0], key.split("=", 2)[1]);
    }
    return EngineSource.parse(EngineSource.of("m", all));
  }

  private Path pidFile() {
    return folder.resolve("pid");
  }

  private ProcessHandle engine() throws Exception {
    return ProcessHandle.of(Long.parseLong(Files.readString(pidFile()).strip())).orElseThrow();
  }

  private static LanguageModel open(EngineSource source) {
    return SharedEngines.open(
        source,
        PLACE,
        () ->
            new ModelCard(
                "m", "0", 0, Integer.MAX_VALUE, OptionalLong.empty(), OptionalDouble.empty()));
  }

  private static Stream<Request> requests(int from, int to) {
    return Stream.iterate(from, i -> i + 1).limit(to - from).map(i -> new Request(i, "p" + i, i));
  }

  @Test
  void anEngineThatIsKilledIsStartedAgainAndNothingIsLost() throws Exception {
    List<String> texts = new ArrayList<>();
    ProcessHandle second;
    try (LanguageModel model = open(small());
        LanguageModel sharing = open(small())) {
      List<ProcessHandle> seen = new ArrayList<>();
      model.generate(
          requests(0, 200).iterator(),
          SAMPLING,
          outcome -> {
            texts.add(text(outcome));
            if (texts.size() == 50) {
              seen.add(killed());
            }
          });
      assertThat(texts)
          .containsExactlyInAnyOrderElementsOf(
              requests(0, 200).map(request -> "to p" + request.id()).toList());
      second = engine();
      assertThat(second.pid()).isNotEqualTo(seen.get(0).pid());
      sharing.generate(requests(0, 1).iterator(), SAMPLING, outcome -> {});
      assertThat(engine().pid()).isEqualTo(second.pid());
    }
    second.onExit().get(30, TimeUnit.SECONDS);
  }

  private ProcessHandle killed() {
    try {
      ProcessHandle engine = engine();
      engine.destroyForcibly();
      return engine;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Outcome outcome) {
    return outcome instanceof Completion completion ? completion.text() : outcome.toString();
  }

  @Tag("whole")
  @Test
  void oneThatEndsTooOftenIsGivenUpWithItsLastWords() {
    try (LanguageModel model = open(small("restarts=1"))) {
      List<String> texts = new ArrayList<>();
      assertThatThrownBy(
              () ->
                  model.generate(
                      requests(0, 400).iterator(),
                      SAMPLING,
                      outcome -> {
                        texts.add(text(outcome));
                        if (texts.size() % 100 == 0) {
                          killed();
                        }
                      }))
          .isInstanceOf(EngineFailure.class)
          .hasMessageStartingWith(
              "Cannot go on drawing with model other:m: its engine has ended 2 times; the last time it ended with exit code 137");
      assertThat(texts).hasSizeBetween(200, 399).allMatch(text -> text.startsWith("to p"));
    }
  }

  @Test
  void anEngineThatDoesNotStartSaysItsLastLines() throws Exception {
    Path script =
        Files.writeString(folder.resolve("bad.sh"), "echo loading\necho no memory >&2\nexit 9\n");
    assertFails(
        source("sh " + script + " {port}"),
        EngineFailure.class,
        "it was not healthy yet when it ended; it ended with exit code 9; its output ends with: loading | no memory");
    assertFails(
        source("no-such-engine {port}"),
        InvalidInput.class,
        "there is no program 'no-such-engine' on this machine");
  }

  @Test
  void anEngineThatIsNeverHealthyIsEnded() throws Exception {
    Path script =
        Files.writeString(
            folder.resolve("slow.sh"), "echo $$ > " + pidFile() + "\necho loading\nsleep 600\n");
    assertFails(
        source("sh " + script + " {port}", "start=2"),
        EngineFailure.class,
        "it was not healthy within 2 s");
    assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pidFile()).strip()))).isEmpty();
  }

  @Test
  void anEngineOfAnotherVersionIsRefused() {
    assertFails(
        small("version=7.6"),
        InvalidInput.class,
        "the engine says that its version is '7.5', and the spec says '7.6'");
  }

  private static void assertFails(EngineSource source, Class<?> type, String words) {
    try (LanguageModel model = open(source)) {
      assertThatThrownBy(() -> model.generate(requests(0, 1).iterator(), SAMPLING, outcome -> {}))
          .isInstanceOf(type)
          .hasMessageContaining(words);
    }
  }

  /** With -9 nothing of the process's own can end what it has started. */
  @Test
  void noEngineOutlivesItsExecutor() throws Exception {
    List<String> command = ChildJvm.command("128m");
    command.addAll(List.of(Executor.class.getName(), pidFile().toString()));
    Process executor =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.PIPE)
            .start();
    assertThat(executor.getInputStream().read()).isEqualTo('!');
    ProcessHandle engine = engine();
    assertThat(engine.isAlive()).isTrue();
    executor.destroyForcibly();
    engine.onExit().get(30, TimeUnit.SECONDS);
  }

  /** A process that draws once and then waits to be killed. */
  static final class Executor {
    private Executor() {}

    public static void main(String[] args) throws Exception {
      SharedEnginesTest test = new SharedEnginesTest();
      test.folder = Path.of(args[0]).getParent();
      LanguageModel model = open(test.small());
      model.generate(requests(0, 1).iterator(), SAMPLING, outcome -> System.out.print("!"));
      System.out.flush();
      TimeUnit.MINUTES.sleep(5);
      model.close();
    }
  }

  @Test
  void aPortThatIsTakenMeanwhileIsLeftToOthers() throws Exception {
    Path script =
        Files.writeString(
            folder.resolve("taken.sh"),
            """
            if [ ! -e %1$s ]; then
              touch %1$s
              echo "bind: Address already in use"
              exit 1
            fi
            exec "$@"
            """
                .formatted(folder.resolve("tried")));
    EngineSource wrapped = source("sh " + script + " " + String.join(" ", small().command()));
    List<Outcome> outcomes = new ArrayList<>();
    try (LanguageModel model = open(wrapped)) {
      model.generate(requests(0, 1).iterator(), SAMPLING, outcomes::add);
    }
    assertThat(text(outcomes.get(0))).isEqualTo("to p0");
    assertThat(folder.resolve("tried")).exists();
    long pid = Long.parseLong(Files.readString(pidFile()).strip());
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }
}
