package org.galton.judging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.galton.task.Judgement;

/**
 * Judgements that this process has paid for: equal answers to a question, which are frequent among
 * hundreds of rollouts, are judged once. Bounded: those that were not asked for longest go first.
 */
final class KnownJudgements {
  private static final int MOST = 65_536;
  private static final KnownJudgements OF_PROCESS = new KnownJudgements(MOST);

  private final Map<String, Judgement.Given> known;

  KnownJudgements(int most) {
    this.known =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Judgement.Given> eldest) {
            return size() > most;
          }
        };
  }

  static KnownJudgements ofProcess() {
    return OF_PROCESS;
  }

  /** At no further cost. */
  synchronized Optional<Judgement> find(String key) {
    return Optional.ofNullable(known.get(key))
        .map(given -> new Judgement.Given(given.verdict(), 0));
  }

  /** What is missing is asked again. */
  synchronized void add(String key, Judgement judgement) {
    if (judgement instanceof Judgement.Given given) {
      known.put(key, given);
    }
  }
}
