package org.galton.model.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engines that this process has started: one for each model and place, shared by all that draw
 * from it, started by the first request and ended with the last user. One that ends by itself is
 * started again, and what it had not answered is asked again.
 */
public final class SharedEngines {
  private static final Logger LOG = LoggerFactory.getLogger(SharedEngines.class);
  private static final Map<Key, Holding> OPEN = new HashMap<>();

  private SharedEngines() {}

  /**
   * A model ready to be asked.
   *
   * @param card reads what is known of the checkpoint and its engine, once while it is open
   */
  public static LanguageModel open(
      EngineSource source, EnginePlace place, Supplier<ModelCard> card) {
    Key key = new Key(source, place);
    synchronized (OPEN) {
      Holding holding = OPEN.get(key);
      if (holding == null) {
        holding = new Holding(source, place, card.get());
        OPEN.put(key, holding);
      }
      holding.users++;
      return new User(key, holding);
    }
  }

  private static void release(Key key) {
    Holding unused = null;
    synchronized (OPEN) {
      Holding holding = OPEN.get(key);
      holding.users--;
      if (holding.users == 0) {
        OPEN.remove(key);
        unused = holding;
      }
    }
    if (unused != null) {
      unused.close();
    }
  }

  private record Key(EngineSource source, EnginePlace place) {}

  private static final class Holding implements AutoCloseable {
    private final EngineSource source;
    private final EnginePlace place;
    private final ModelCard card;
    private final List<RunningEngine> retired = new ArrayList<>();
    private RunningEngine engine;
    private int users;
    private int ended;

    Holding(EngineSource source, EnginePlace place, ModelCard card) {
      this.source = source;
      this.place = place;
      this.card = card;
    }

    /**
     * @throws EngineFailure when it does not start, or has ended too often
     */
    synchronized RunningEngine engine() {
      try {
        if (engine != null && !engine.isAlive()) {
          ended++;
          String last = engine.last();
          // Others still wait for what it has not answered, and are told that it has ended.
          retired.add(engine);
          engine = null;
          if (ended > source.restarts()) {
            throw new EngineFailure(
                "Cannot go on drawing with model %s: its engine has ended %d times; the last time %s"
                    .formatted(source.name(), ended, last));
          }
          LOG.warn("The engine of {} is started again: {}", source.name(), last);
        }
        if (engine == null) {
          engine = RunningEngine.start(source, place);
        }
        return engine;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EngineFailure("Interrupted while an engine was started");
      }
    }

    @Override
    public synchronized void close() {
      if (engine != null) {
        retired.add(engine);
        engine = null;
      }
      retired.forEach(RunningEngine::close);
      retired.clear();
    }
  }

  private record User(Key key, Holding holding) implements LanguageModel {
    @Override
    public ModelCard card() {
      return holding.card;
    }

    @Override
    public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
      Map<Long, Request> open = new LinkedHashMap<>();
      do {
        RunningEngine engine = holding.engine();
        Iterator<Request> left =
            new Left(new ArrayList<>(open.values()).iterator(), requests, open);
        try {
          engine
              .model()
              .generate(
                  left,
                  sampling,
                  outcome -> {
                    // What an engine did not answer because it ended is no failure of a rollout.
                    if (!(outcome instanceof GenerationFailure) || engine.isAlive()) {
                      open.remove(outcome.request().id());
                      sink.accept(outcome);
                    }
                  });
        } catch (RuntimeException e) {
          if (engine.isAlive()) {
            throw e;
          }
        }
      } while (!open.isEmpty() || requests.hasNext());
    }

    @Override
    public void close() {
      release(key);
    }
  }

  /** What was asked for and not answered, then what is new. */
  private record Left(Iterator<Request> again, Iterator<Request> fresh, Map<Long, Request> open)
      implements Iterator<Request> {
    @Override
    public boolean hasNext() {
      return again.hasNext() || fresh.hasNext();
    }

    @Override
    public Request next() {
      Request request = again.hasNext() ? again.next() : fresh.next();
      open.put(request.id(), request);
      return request;
    }
  }
}
