package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.galton.console.LocalSpark;
import org.galton.job.Sums;
import org.galton.job.draw.Progress;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.task.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep says of itself while its first file is not yet written. */
final class SweepProgressTest {
  private static final int ROLLOUTS = 8;

  /** Counted down by whoever watches: until then the one shard is not done. */
  private static CountDownLatch seenWhileDrawing;

  @TempDir private Path folder;

  /** Hands over half of its completions, and the rest when their progress was seen. */
  private record WaitingModel(ModelCard card) implements LanguageModel {
    @Override
    public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
      for (int i = 0; requests.hasNext(); i++) {
        if (i == ROLLOUTS / 2) {
          await();
        }
        sink.accept(
            new Completion(requests.next(), "7", Completion.Finish.STOP, 4, 5, -0.5, 0.25, 0.001));
      }
    }

    private static void await() {
      try {
        seenWhileDrawing.await(60, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {}
  }

  private record Loader() implements ModelLoader {
    private static final long serialVersionUID = 1L;

    @Override
    public ModelCard card(String source) {
      return new ModelCard(source, source, 10, 100, OptionalLong.empty(), OptionalDouble.empty());
    }

    @Override
    public LanguageModel load(String source, Decoding decoding) {
      return new WaitingModel(card(source));
    }
  }

  @BeforeEach
  void nothingSeen() {
    seenWhileDrawing = new CountDownLatch(1);
  }

  @Test
  void rolloutsAndTokensInsideAShardAreCountedBeforeItEnds() {
    List<Progress> seen = Collections.synchronizedList(new ArrayList<>());

    new Sweep(LocalSpark.session(), new Loader(), "test")
        .run(
            spec(),
            progress -> {
              seen.add(progress);
              if (progress.drawing() > 0) {
                seenWhileDrawing.countDown();
              }
            });

    assertThat(seen)
        .anySatisfy(
            progress -> {
              assertThat(progress.done()).isZero();
              assertThat(progress.drawing()).isEqualTo(ROLLOUTS / 2);
              assertThat(progress.tokens()).isEqualTo(5 * ROLLOUTS / 2);
              assertThat(progress.left()).isEmpty();
            });
    assertThat(seen).allMatch(progress -> progress.drawn() <= ROLLOUTS);
    assertThat(seen).allMatch(progress -> progress.tokens() <= 5 * ROLLOUTS);
    Progress last = seen.get(seen.size() - 1);
    assertThat(last.done()).isEqualTo(ROLLOUTS);
    assertThat(last.drawing()).isZero();
    assertThat(last.tokens()).isEqualTo(5 * ROLLOUTS);
  }

  private SweepSpec spec() {
    return new SweepSpec(
        "test",
        7,
        folder.toString(),
        ROLLOUTS,
        List.of("waiting"),
        List.of(new TaskSpec(Sums.PLAIN, 1, Split.TEST)),
        List.of(SamplingWish.of(Sampling.untempered(20))),
        new Framing.Raw(),
        Decoding.DEFAULT,
        100,
        0);
  }
}
