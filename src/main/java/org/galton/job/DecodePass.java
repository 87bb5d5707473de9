package org.galton.job;

import java.util.List;
import java.util.PriorityQueue;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;

/**
 * A decode loop by itself over some requests.
 *
 * @param lengths of the completions in tokens, in the order of the requests
 */
record DecodePass(List<Integer> lengths, DecodeTiming timing) {

  /**
   * @throws InvalidInput when the model cannot continue a prompt
   */
  static DecodePass of(LanguageModel model, int slots, List<Request> requests, Sampling sampling) {
    Integer[] lengths = new Integer[requests.size()];
    Stopwatch watch = new Stopwatch();
    model.generate(
        requests.iterator(),
        sampling,
        outcome -> {
          if (outcome instanceof Completion completion) {
            lengths[(int) outcome.request().id()] = completion.completionTokens();
          } else if (outcome instanceof GenerationFailure failure) {
            throw new InvalidInput(failure.reason());
          }
        });
    double seconds = watch.seconds();
    double cpuSeconds = watch.cpuSeconds();
    return new DecodePass(
        List.of(lengths),
        new DecodeTiming(
            lengths.length,
            List.of(lengths).stream().mapToLong(Integer::longValue).sum(),
            steps(List.of(lengths), slots),
            seconds,
            cpuSeconds));
  }

  /** Steps that a decode loop takes: each request goes to the first slot that is free. */
  static long steps(List<Integer> lengths, int slots) {
    PriorityQueue<Long> freeAt = new PriorityQueue<>();
    long last = 0;
    for (int length : lengths) {
      long end = (freeAt.size() < slots ? 0 : freeAt.remove()) + length;
      freeAt.add(end);
      last = Math.max(last, end);
    }
    return last;
  }
}
