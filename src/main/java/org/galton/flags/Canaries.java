package org.galton.flags;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.galton.numerics.Expect;
import org.galton.numerics.Fnv1a;
import org.galton.numerics.SplitMix64;

/**
 * Finds texts of a test in material that a model has seen: few-shot examples, prompts, data of a
 * training.
 *
 * <p>A test is cut into all runs of {@code words} successive words, or into the one run of all its
 * words where it has fewer. Its share in a text is that of its different runs that stand there.
 * Words are runs of letters and digits in small letters; punctuation and blanks do not count. Runs
 * are compared by 64 bits of a hash. Memory: 12 bytes for each run of a test.
 */
public final class Canaries implements Serializable {
  private static final int LONGEST_EVIDENCE = 200;

  /** Runs of one length: hashes in order, and whose they are. */
  private record Runs(long[] hashes, int[] tests) implements Serializable {}

  /**
   * A test that stands in a text.
   *
   * @param test place among the tests
   * @param share of its runs that are there, in (0, 1]
   * @param evidence where its first run begins in the text, a blank between words
   */
  public record Found(int test, double share, String evidence) implements Serializable {}

  private final TreeMap<Integer, Runs> lengths = new TreeMap<>();
  private final int[] runs;

  /**
   * @param tests texts; one without words is nowhere
   * @param words of a run, 1 or more
   */
  public Canaries(List<String> tests, int words) {
    Expect.that(words > 0, "words", words, "1 or more");
    runs = new int[tests.size()];
    Map<Integer, List<long[]>> found = new TreeMap<>();
    for (int test = 0; test < tests.size(); test++) {
      long[] own = hashes(Words.of(tests.get(test)));
      if (own.length > 0) {
        int length = Math.min(words, own.length);
        Set<Long> hashes = new TreeSet<>();
        for (int at = 0; at + length <= own.length; at++) {
          hashes.add(hash(own, at, length));
        }
        runs[test] = hashes.size();
        for (long hash : hashes) {
          found.computeIfAbsent(length, l -> new ArrayList<>()).add(new long[] {hash, test});
        }
      }
    }
    found.forEach((length, pairs) -> lengths.put(length, sorted(pairs)));
  }

  /** How many words a text has. */
  public static int words(String text) {
    return Words.of(text).size();
  }

  private static Runs sorted(List<long[]> pairs) {
    pairs.sort(Arrays::compare);
    return new Runs(
        pairs.stream().mapToLong(pair -> pair[0]).toArray(),
        pairs.stream().mapToInt(pair -> (int) pair[1]).toArray());
  }

  private static long[] hashes(List<String> words) {
    return words.stream().mapToLong(Fnv1a::mixed).toArray();
  }

  private static long hash(long[] words, int from, int length) {
    long hash = 0;
    for (int at = from; at < from + length; at++) {
      hash = SplitMix64.mix(hash + words[at]);
    }
    return hash;
  }

  /** The tests of which a share or more stands in a text, in their order. */
  public List<Found> in(String text, double share) {
    List<String> words = Words.of(text);
    long[] all = hashes(words);
    Map<Integer, Set<Long>> seen = new TreeMap<>();
    Map<Integer, Integer> first = new HashMap<>();
    lengths.forEach(
        (length, own) -> {
          for (int at = 0; at + length <= all.length; at++) {
            long hash = hash(all, at, length);
            for (int place = first(own.hashes(), hash);
                place < own.hashes().length && own.hashes()[place] == hash;
                place++) {
              int test = own.tests()[place];
              first.putIfAbsent(test, at);
              seen.computeIfAbsent(test, t -> new HashSet<>()).add(hash);
            }
          }
        });
    List<Found> found = new ArrayList<>();
    seen.forEach(
        (test, hashes) ->
            part(test, hashes.size(), share)
                .ifPresent(
                    part -> found.add(new Found(test, part, evidence(words, first.get(test))))));
    return List.copyOf(found);
  }

  private Optional<Double> part(int test, int seen, double least) {
    double part = (double) seen / runs[test];
    return part >= least ? Optional.of(part) : Optional.empty();
  }

  /** The first place of a hash, or of the next larger one. */
  private static int first(long[] hashes, long hash) {
    int place = Arrays.binarySearch(hashes, hash);
    if (place < 0) {
      return -place - 1;
    }
    while (place > 0 && hashes[place - 1] == hash) {
      place--;
    }
    return place;
  }

  private static String evidence(List<String> words, int from) {
    StringBuilder evidence = new StringBuilder();
    for (int at = from; at < words.size() && evidence.length() < LONGEST_EVIDENCE; at++) {
      evidence.append(at > from ? " " : "").append(words.get(at));
    }
    return evidence.length() <= LONGEST_EVIDENCE
        ? evidence.toString()
        : evidence.substring(0, LONGEST_EVIDENCE) + "…";
  }
}
