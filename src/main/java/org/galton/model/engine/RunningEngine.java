package org.galton.model.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.galton.model.LanguageModel;
import org.galton.model.endpoint.Backoff;
import org.galton.model.endpoint.SharedEndpoints;
import org.galton.spec.InvalidInput;
import org.galton.spec.QueryKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An engine that is healthy, and the model behind it. */
final class RunningEngine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningEngine.class);
  private static final int MOST_PORTS = 5;

  /** On loopback nobody is in the way: an engine is there, or it has ended. */
  private static final Backoff SHORT = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));

  private final EngineProcess process;
  private final LanguageModel model;

  private RunningEngine(EngineProcess process, LanguageModel model) {
    this.process = process;
    this.model = model;
  }

  /**
   * Starts an engine and waits until it has drawn a first token.
   *
   * @throws InvalidInput when there is no such program, or the engine is another one than the
   *     source says
   * @throws EngineFailure when it ends, or is not healthy in time
   */
  static RunningEngine start(EngineSource source, EnginePlace place) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      String name = "galton-" + UUID.randomUUID().toString().substring(0, 8);
      EngineProcess process =
          EngineProcess.start(source.name(), words(source, place, port, name), environment(place));
      try {
        return healthy(source, process, port, name);
      } catch (EngineFailure e) {
        process.close();
        if (attempt == MOST_PORTS || !process.saysPortIsTaken()) {
          throw e;
        }
        LOG.info("Port {} was taken meanwhile: trying another one", port);
      } catch (RuntimeException | InterruptedException e) {
        process.close();
        throw e;
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(EngineSource source, EnginePlace place, int port, String name) {
    List<String> words = new ArrayList<>();
    if (source.preset() == EnginePreset.GALTON) {
      words.addAll(OwnCommand.words());
    }
    for (String word : source.command()) {
      words.add(
          word.replace("{model}", place.checkpoint())
              .replace("{port}", Integer.toString(port))
              .replace("{name}", name)
              .replace("{slots}", Integer.toString(place.slots()))
              .replace("{device}", place.onGpu() ? "gpu:0" : "cpu")
              .replace("{compute}", place.compute()));
    }
    return words;
  }

  /** It sees one GPU, the one that was assigned. */
  private static Map<String, String> environment(EnginePlace place) {
    return place.onGpu() ? Map.of("CUDA_VISIBLE_DEVICES", place.gpu()) : Map.of();
  }

  private static RunningEngine healthy(
      EngineSource source, EngineProcess process, int port, String name)
      throws InterruptedException {
    long began = System.nanoTime();
    long until = began + source.start().toNanos();
    EngineHealth health = new EngineHealth(port);
    for (long pause = 50; !health.isHealthy(); pause = Math.min(2 * pause, 1000)) {
      require(process.isAlive(), source, process, "it was not healthy yet when it ended");
      require(
          System.nanoTime() < until,
          source,
          process,
          "it was not healthy within %,d s at http://127.0.0.1:%d/health"
              .formatted(source.start().toSeconds(), port));
      TimeUnit.MILLISECONDS.sleep(pause);
    }
    String served = served(source, process, health, name);
    Optional<String> version = health.version();
    if (!source.version().isEmpty()
        && version.isPresent()
        && !version.get().contains(source.version())) {
      throw new InvalidInput(
          "Cannot use model %s: the engine says that its version is '%s', and the spec says '%s'; correct 'version'"
              .formatted(source.name(), shown(version.get()), source.version()));
    }
    require(
        health.warmUp(served, Duration.ofNanos(Math.max(until - System.nanoTime(), 1))),
        source,
        process,
        "it drew no first token");
    LOG.info(
        "{} is ready after {} s at port {}",
        source.name(),
        (System.nanoTime() - began) / 1_000_000_000,
        port);
    String asked =
        "endpoint:http://127.0.0.1:%d/v1?model=%s&in_flight=%d&attempts=5"
            .formatted(port, QueryKeys.encoded(served), source.inFlight());
    return new RunningEngine(process, SharedEndpoints.open(asked, System::getenv, SHORT));
  }

  /** Another program may have taken the port: then it does not know the name. */
  private static String served(
      EngineSource source, EngineProcess process, EngineHealth health, String name)
      throws InterruptedException {
    List<String> models = health.models();
    require(process.isAlive(), source, process, "it ended when it was healthy");
    if (source.command().stream().noneMatch(word -> word.contains("{name}"))) {
      require(!models.isEmpty(), source, process, "it names no model at /v1/models");
      return models.get(0);
    }
    require(
        models.contains(name),
        source,
        process,
        "it does not know the name %s that it was given".formatted(name));
    return name;
  }

  private static void require(
      boolean holds, EngineSource source, EngineProcess process, String problem)
      throws InterruptedException {
    if (holds) {
      return;
    }
    if (process.isMissing()) {
      throw new InvalidInput(
          "Cannot start the engine of model %s: there is no program '%s' on this machine, or it may not be run; %s"
              .formatted(source.name(), source.command().get(0), process.last()));
    }
    throw new EngineFailure(
        "Cannot start the engine of model %s: %s; %s"
            .formatted(source.name(), problem, process.last()));
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  LanguageModel model() {
    return model;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** How it ended. */
  String last() throws InterruptedException {
    return process.last();
  }

  @Override
  public void close() {
    model.close();
    process.close();
  }
}
