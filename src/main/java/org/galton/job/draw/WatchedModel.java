package org.galton.job.draw;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;

/**
 * Gives a model up that lets too much time pass without ending what it was asked for: a rollout, a
 * block of a search, a turn of a game. The model draws in a thread of its own; the caller's waits
 * for news, and interrupts the other when none comes.
 *
 * @param model that draws
 * @param use what rollouts are asked of, made of the model
 * @param silence longest time without news
 */
record WatchedModel(LanguageModel model, Use use, Duration silence) implements LanguageModel {
  /** Makes of a model what rollouts are asked of. */
  interface Use {
    /**
     * @param heard makes the ends of other models news as well
     */
    LanguageModel of(LanguageModel model, UnaryOperator<LanguageModel> heard);
  }

  private static final Duration TO_STOP = Duration.ofSeconds(10);

  private sealed interface News {
    record Answer(Outcome outcome) implements News {}

    record Death(Throwable cause) implements News {
      /** As the model threw it; an error is thrown at once. */
      RuntimeException again() {
        if (cause instanceof Error error) {
          throw error;
        }
        return (RuntimeException) cause;
      }
    }

    /** Something has ended of which an answer is made later. */
    record Progress() implements News {}

    record End() implements News {}
  }

  @Override
  public ModelCard card() {
    return model.card();
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    BlockingQueue<News> news = new LinkedBlockingQueue<>();
    Thread drawing = new Thread(() -> draw(requests, sampling, news), "galton-draw");
    drawing.setDaemon(true);
    drawing.start();
    try {
      for (News next = next(news); !(next instanceof News.End); next = next(news)) {
        if (next instanceof News.Answer answer) {
          sink.accept(answer.outcome());
        } else if (next instanceof News.Death death) {
          throw death.again();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      stop(drawing);
    }
  }

  /** Tells of each outcome of the model, whoever it is for. */
  private record Heard(LanguageModel model, BlockingQueue<News> news) implements LanguageModel {
    @Override
    public ModelCard card() {
      return model.card();
    }

    @Override
    public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
      model.generate(
          requests,
          sampling,
          outcome -> {
            news.add(new News.Progress());
            sink.accept(outcome);
          });
    }

    /** The model is the caller's. */
    @Override
    public void close() {}
  }

  private void draw(Iterator<Request> requests, Sampling sampling, BlockingQueue<News> news) {
    try {
      use.of(new Heard(model, news), other -> new Heard(other, news))
          .generate(requests, sampling, outcome -> news.add(new News.Answer(outcome)));
      news.add(new News.End());
    } catch (RuntimeException | Error e) {
      news.add(new News.Death(e));
    }
  }

  private News next(BlockingQueue<News> news) throws InterruptedException {
    News next = news.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
    if (next == null) {
      throw new IllegalStateException(
          "no rollout ended in %s s (decoding.timeout)".formatted(seconds(silence)));
    }
    return next;
  }

  private static String seconds(Duration time) {
    double seconds = time.toNanos() / 1e9;
    return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
  }

  private static void stop(Thread drawing) {
    if (drawing.isAlive()) {
      drawing.interrupt();
      try {
        drawing.join(TO_STOP.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The model is the caller's. */
  @Override
  public void close() {}
}
