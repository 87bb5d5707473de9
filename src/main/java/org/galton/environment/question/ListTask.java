package org.galton.environment.question;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galton.environment.Difficulty;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.World;
import org.galton.numerics.SplitMix64;

/**
 * A list of 5 numbers, or of 12, to be worked on in one turn: sorted, reversed, cleared, summed.
 */
public final class ListTask implements Environment {
  private static final String NUMBERS = "\\[?-?[0-9]{1,6}( *[, ] *-?[0-9]{1,6})*\\]?";

  /** What is asked of a list; its mark is its first letter. */
  private enum Job {
    SORTED("Sort them, smallest first", list -> Arrays.stream(list).sorted().toArray()),
    REVERSED(
        "Write them in reverse order",
        list -> IntStream.range(0, list.length).map(i -> list[list.length - 1 - i]).toArray()),
    DISTINCT(
        "Leave out every number that came before, and keep the order",
        list -> Arrays.stream(list).distinct().toArray()),
    EVEN(
        "Keep the even ones, in their order",
        list -> Arrays.stream(list).filter(number -> number % 2 == 0).toArray()),
    MOUNTING(
        "Replace each by the sum of it and all before it",
        list -> {
          int[] sums = list.clone();
          for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
          }
          return sums;
        });

    private final String words;
    private final Function<int[], int[]> done;

    Job(String words, Function<int[], int[]> done) {
      this.words = words;
      this.done = done;
    }

    char mark() {
      return name().charAt(0);
    }
  }

  private final Difficulty difficulty;

  public ListTask(Difficulty difficulty) {
    this.difficulty = difficulty;
  }

  @Override
  public String id() {
    return difficulty.of("lists");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("numbers", Integer.toString(difficulty.choose(5, 12)));
  }

  @Override
  public int turnLimit() {
    return 1;
  }

  @Override
  public String task() {
    return "Work on a list of numbers. Your answer is a list of numbers with commas between them.";
  }

  @Override
  public World start(long seed) {
    SplitMix64 chance = new SplitMix64(seed);
    Job job = Job.values()[chance.nextInt(Job.values().length)];
    int[] list = new int[difficulty.choose(5, 12)];
    for (int i = 0; i < list.length; i++) {
      list[i] = 1 + chance.nextInt(difficulty.choose(9, 20));
    }
    // An empty list could not be written down.
    list[list.length - 1] += job == Job.EVEN ? list[list.length - 1] % 2 : 0;
    String right = text(job.done.apply(list));
    return new Question(
        "%s: %s. %s.".formatted("The list", text(list), job.words),
        job.mark() + ":" + text(list),
        "numbers with commas between them",
        answer -> answer.matches(NUMBERS),
        answer -> text(numbers(answer)).equals(right),
        List.of());
  }

  private static String text(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  private static int[] numbers(String text) {
    return Arrays.stream(text.replaceAll("[\\[\\]]", "").strip().split(" *[, ] *"))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  /** What any of the jobs would give. */
  @Override
  public List<String> actions(String marks) {
    int[] list = numbers(marks.substring(2));
    return Arrays.stream(Job.values())
        .map(job -> text(job.done.apply(list)))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  @Override
  public Policy solver() {
    return (marks, chance) ->
        Arrays.stream(Job.values())
            .filter(job -> job.mark() == marks.charAt(0))
            .map(job -> text(job.done.apply(numbers(marks.substring(2)))))
            .findFirst()
            .orElseThrow();
  }
}
