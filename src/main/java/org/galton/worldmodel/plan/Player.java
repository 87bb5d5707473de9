package org.galton.worldmodel.plan;

import org.galton.numerics.PortableStream;

/** Chooses actions. */
public interface Player {
  /**
   * @return an action; one that is not legal forfeits the game
   */
  String choose(View view, PortableStream random);

  /** Each legal action as likely. */
  static Player random() {
    return (view, random) -> view.legal().get(random.below(view.legal().size()));
  }
}
