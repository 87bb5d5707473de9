package org.galton.judging;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.galton.task.Judgement;
import org.galton.task.Verdict;

/**
 * Judgements that this process has paid for, pays for at this moment, or has learnt from a table:
 * equal answers to a question, which are frequent among hundreds of rollouts, are judged once.
 * Bounded: those that were not asked for longest go first.
 */
final class KnownJudgements {
  private static final int MOST = 65_536;
  private static final KnownJudgements OF_PROCESS = new KnownJudgements(MOST);

  /** By question and answer. Nothing comes of a judgement whose thread was stopped. */
  private final Map<String, CompletableFuture<Optional<Judgement>>> known;

  KnownJudgements(int most) {
    this.known =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(
              Map.Entry<String, CompletableFuture<Optional<Judgement>>> eldest) {
            return size() > most;
          }
        };
  }

  static KnownJudgements ofProcess() {
    return OF_PROCESS;
  }

  synchronized void learn(String key, Verdict verdict) {
    known.putIfAbsent(key, CompletableFuture.completedFuture(Optional.of(free(verdict))));
  }

  synchronized void forget() {
    known.clear();
  }

  /**
   * The judgement on each question. One that is known, or that another thread waits for, is not
   * asked and costs nothing; what came without a verdict is asked again next time.
   *
   * @param ask gives a judgement for each
   */
  <Q> Map<String, Judgement> judge(
      Map<String, Q> questions, Function<Map<String, Q>, Map<String, Judgement>> ask) {
    Map<String, Q> own = new LinkedHashMap<>();
    Map<String, CompletableFuture<Optional<Judgement>>> promised = new HashMap<>();
    claim(questions, own, promised);
    Map<String, Judgement> found = new HashMap<>();
    try {
      if (!own.isEmpty()) {
        found.putAll(ask.apply(own));
      }
    } finally {
      // Before this thread waits for another, so that no two wait for each other.
      own.keySet().forEach(key -> settle(key, found.get(key), promised.get(key)));
    }
    Map<String, Q> stopped = new LinkedHashMap<>();
    questions.forEach(
        (key, question) -> {
          if (!own.containsKey(key)) {
            promised
                .get(key)
                .join()
                .ifPresentOrElse(
                    judgement -> found.put(key, judgement), () -> stopped.put(key, question));
          }
        });
    if (!stopped.isEmpty()) {
      found.putAll(judge(stopped, ask));
    }
    return found;
  }

  private synchronized <Q> void claim(
      Map<String, Q> questions,
      Map<String, Q> own,
      Map<String, CompletableFuture<Optional<Judgement>>> promised) {
    questions.forEach(
        (key, question) -> {
          CompletableFuture<Optional<Judgement>> before = known.get(key);
          if (before == null) {
            own.put(key, question);
            before = new CompletableFuture<>();
            known.put(key, before);
          }
          promised.put(key, before);
        });
  }

  private synchronized void settle(
      String key, Judgement judgement, CompletableFuture<Optional<Judgement>> promise) {
    if (judgement instanceof Judgement.Given given) {
      promise.complete(Optional.of(free(given.verdict())));
    } else {
      known.remove(key, promise);
      promise.complete(Optional.ofNullable(judgement));
    }
  }

  /** Whoever gave the same answer costs nothing more. */
  private static Judgement free(Verdict verdict) {
    return Judgement.Given.free(verdict);
  }
}
