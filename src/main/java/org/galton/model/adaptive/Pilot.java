package org.galton.model.adaptive;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.galton.model.Completion;
import org.galton.search.AnswerSpread;

/** The pilot of a prompt. Its cost is taken once, by the first rollout that comes out of it. */
final class Pilot {
  private final Draws draws;
  private final double spread;
  private boolean isCounted;

  private Pilot(Draws draws, double spread) {
    this.draws = draws;
    this.spread = spread;
  }

  static Pilot of(Draws draws, Function<Completion, ReadAnswer> answers) {
    List<Optional<String>> read =
        draws.completions().stream().map(one -> answers.apply(one).answer()).toList();
    return new Pilot(draws, read.isEmpty() ? 0 : AnswerSpread.of(read));
  }

  Optional<String> failure() {
    return draws.failure();
  }

  double spread() {
    return spread;
  }

  /** Its draws, for the first who asks; none for all others. */
  List<Completion> take() {
    List<Completion> taken = isCounted ? List.of() : draws.completions();
    isCounted = true;
    return taken;
  }
}
