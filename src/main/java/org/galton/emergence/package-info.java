/**
 * Whether a group of agents is more than its members: synergy of pairs about their joint future,
 * what a macro variable says beyond the parts, coalitions of three, and the null models without
 * which none of these figures means anything. Owns the way from a group's trajectory to statistics,
 * p-values and decisions about many groups. Plain Java; may use {@code information}, {@code
 * statistics} and {@code numerics}.
 *
 * <p>Bits throughout. No figure is NaN or infinite: what has none is absent.
 *
 * <p>Riedl, Emergent coordination in multi-agent language models, arXiv:2510.05174.
 */
package org.galton.emergence;
