package org.galton.environment.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a program has to do with a list, step by step: in words, in Java and in the language of
 * {@link org.galton.program.Program}. Java says which results are right.
 *
 * @param mark its name in marks; of a step with a number N, that stands behind it
 * @param words where {@code %d} is the number
 * @param code an expression where {@code %s} is the list and N the number
 */
record Transformation<T, R>(
    String mark, String words, String code, BiFunction<List<T>, Integer, R> done) {
  /** The numbers that steps have. */
  static final List<Integer> NUMBERS = List.of(2, 3, 4, 5);

  private static final String NUMBER = "N";

  /** A step with its number. */
  record Numbered<T, R>(Transformation<T, R> step, int number) {
    String mark() {
      return step.mark.replace(NUMBER, Integer.toString(number));
    }

    String words() {
      return step.words.replace("%d", Integer.toString(number));
    }

    /** The code where this is the list. */
    String code(String list) {
      return step.code.replace(NUMBER, Integer.toString(number)).formatted(list);
    }

    R of(List<T> list) {
      return step.done.apply(list, number);
    }
  }

  /** Once for each number, if it has one. */
  List<Numbered<T, R>> numbered() {
    return (mark.endsWith(NUMBER) ? NUMBERS : List.of(0))
        .stream().map(number -> new Numbered<>(this, number)).toList();
  }

  private static <T, R> Transformation<T, R> of(
      String mark, String words, String code, Function<List<T>, R> done) {
    return new Transformation<>(mark, words, code, (list, number) -> done.apply(list));
  }

  /** Steps of lists of anything with an order. */
  private static <T extends Comparable<T>> List<Transformation<T, List<T>>> ofAny() {
    return List.of(
        of("sort", "sort it", "sorted(%s)", list -> list.stream().sorted().toList()),
        of(
            "turn",
            "reverse it",
            "(%s)[::-1]",
            list -> {
              List<T> turned = new ArrayList<>(list);
              Collections.reverse(turned);
              return turned;
            }),
        of(
            "once",
            "leave out everything that came before in it",
            "list({i: 0 for i in %s})",
            list -> List.copyOf(new LinkedHashSet<>(list))),
        new Transformation<>(
            "firstN",
            "keep the first %d",
            "(%s)[:N]",
            (list, number) -> list.subList(0, Math.min(number, list.size()))),
        new Transformation<>(
            "dropN",
            "leave out the first %d",
            "(%s)[N:]",
            (list, number) -> list.subList(Math.min(number, list.size()), list.size())),
        of(
            "odd",
            "keep the first, the third, the fifth and so on",
            "(%s)[::2]",
            list ->
                IntStream.range(0, list.size())
                    .filter(i -> i % 2 == 0)
                    .mapToObj(list::get)
                    .toList()));
  }

  /** Steps of lists of whole numbers. */
  static List<Transformation<Long, List<Long>>> ofNumbers() {
    List<Transformation<Long, List<Long>>> all = new ArrayList<>(ofAny());
    all.addAll(
        List.of(
            of(
                "even",
                "keep the even numbers",
                "[i for i in %s if i %% 2 == 0]",
                list -> list.stream().filter(i -> i % 2 == 0).toList()),
            new Transformation<>(
                "aboveN",
                "keep the numbers above %d",
                "[i for i in %s if i > N]",
                (list, number) -> list.stream().filter(i -> i > number).toList()),
            new Transformation<>(
                "plusN",
                "add %d to each number",
                "[i + N for i in %s]",
                (list, number) -> list.stream().map(i -> i + number).toList()),
            new Transformation<>(
                "timesN",
                "multiply each number by %d",
                "[i * N for i in %s]",
                (list, number) -> list.stream().map(i -> i * number).toList()),
            of(
                "square",
                "replace each number by its square",
                "[i * i for i in %s]",
                list -> list.stream().map(i -> i * i).toList()),
            of(
                "mount",
                "replace each number by the sum of it and all before it",
                "(lambda a: [sum(a[:i + 1]) for i in range(len(a))])(%s)",
                list ->
                    IntStream.range(0, list.size())
                        .mapToObj(i -> list.subList(0, i + 1).stream().mapToLong(n -> n).sum())
                        .toList()),
            of(
                "step",
                "replace it by the differences of neighbours, each number less the one before it",
                "(lambda a: [a[i + 1] - a[i] for i in range(len(a) - 1)])(%s)",
                list ->
                    IntStream.range(1, Math.max(1, list.size()))
                        .mapToObj(i -> list.get(i) - list.get(i - 1))
                        .toList())));
    return List.copyOf(all);
  }

  /** Steps of lists of words. */
  static List<Transformation<String, List<String>>> ofWords() {
    List<Transformation<String, List<String>>> all = new ArrayList<>(ofAny());
    all.addAll(
        List.of(
            new Transformation<>(
                "longerN",
                "keep the words of more than %d letters",
                "[i for i in %s if len(i) > N]",
                (list, number) -> list.stream().filter(i -> i.length() > number).toList()),
            of(
                "mirror",
                "reverse the letters of each word",
                "[i[::-1] for i in %s]",
                list -> list.stream().map(i -> new StringBuilder(i).reverse().toString()).toList()),
            of(
                "letter",
                "replace each word by its first letter",
                "[i[0] for i in %s]",
                list -> list.stream().map(i -> i.substring(0, 1)).toList()),
            of(
                "double",
                "write each word twice without a blank",
                "[i + i for i in %s]",
                list -> list.stream().map(i -> i + i).toList())));
    return List.copyOf(all);
  }

  /** What is made of a list of numbers in the end. */
  static List<Transformation<Long, Object>> endsOfNumbers() {
    return List.of(
        of("list", "Return the list", "%s", list -> list),
        of("sum", "Return the sum", "sum(%s)", list -> list.stream().mapToLong(n -> n).sum()),
        of("count", "Return how many numbers are left", "len(%s)", list -> (long) list.size()),
        of(
            "most",
            "Return the largest number, or 0 where none is left",
            "max(%s, default=0)",
            list -> list.stream().mapToLong(n -> n).max().orElse(0)));
  }

  /** What is made of a list of words in the end. */
  static List<Transformation<String, Object>> endsOfWords() {
    return List.of(
        of("list", "Return the list", "%s", list -> list),
        of(
            "text",
            "Return the words as one text, with a blank between two",
            "' '.join(%s)",
            list -> String.join(" ", list)),
        of("count", "Return how many words are left", "len(%s)", list -> (long) list.size()),
        of(
            "sizes",
            "Return the lengths of the words as a list",
            "[len(i) for i in %s]",
            list -> list.stream().map(i -> (long) i.length()).toList()));
  }

  /** The list that a text's words make. */
  static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }

  /** The list that a number's digits make. */
  static List<Long> digits(long number) {
    return Long.toString(number)
        .chars()
        .mapToObj(digit -> (long) (digit - '0'))
        .collect(Collectors.toList());
  }
}
