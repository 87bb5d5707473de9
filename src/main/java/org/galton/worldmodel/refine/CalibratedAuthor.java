package org.galton.worldmodel.refine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.numerics.Expect;
import org.galton.numerics.PortableStream;

/**
 * An author of known skill, in place of a model: it knows a program without a fault. Its first
 * program has some faults; each call takes one of them away with a probability, and puts a new one
 * in with another. It does not read the failure that it is shown.
 */
public final class CalibratedAuthor implements Author {
  private final String reference;
  private final List<Mutation> mutations;
  private final int faults;
  private final double repairs;
  private final double breaks;
  private final long seed;
  private final Map<String, List<Mutation>> written = new HashMap<>();

  /**
   * @param faults of the first program
   * @param repairs probability that a call takes a fault away
   * @param breaks probability that it puts one in
   */
  public CalibratedAuthor(String reference, int faults, double repairs, double breaks, long seed) {
    this.reference = reference;
    this.mutations = Mutation.of(reference);
    Expect.that(faults >= 0, "faults", faults, "0 or more");
    Expect.share(repairs, "repairs");
    Expect.share(breaks, "breaks");
    this.faults = Math.min(faults, mutations.size());
    this.repairs = repairs;
    this.breaks = breaks;
    this.seed = seed;
  }

  @Override
  public String write(Optional<String> program, Optional<Failure> failure, int call) {
    PortableStream random = PortableStream.of(seed, "author", "call", call);
    List<Mutation> left =
        new ArrayList<>(
            program.map(text -> written.getOrDefault(text, List.of())).orElse(List.of()));
    if (program.isEmpty()) {
      int[] order = random.permutation(mutations.size());
      for (int i = 0; i < faults; i++) {
        left.add(mutations.get(order[i]));
      }
    } else {
      if (random.unit() < repairs && !left.isEmpty()) {
        left.remove(random.below(left.size()));
      }
      Mutation more = mutations.get(random.below(mutations.size()));
      if (random.unit() < breaks && !left.contains(more)) {
        left.add(more);
      }
    }
    left.sort(Comparator.comparingInt(Mutation::start));
    String text = Mutation.applied(reference, left);
    written.put(text, List.copyOf(left));
    return text;
  }
}
