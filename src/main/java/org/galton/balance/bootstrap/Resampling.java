package org.galton.balance.bootstrap;

import org.galton.balance.TransitionCounts;
import org.galton.numerics.PortableStream;

/** Draws the counts that the same agent might have given instead; may be shared by threads. */
sealed interface Resampling permits StepResampling, RolloutResampling {
  TransitionCounts draw(PortableStream random);
}
