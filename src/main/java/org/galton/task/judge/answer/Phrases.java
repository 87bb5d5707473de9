package org.galton.task.judge.answer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The phrases of some languages, from the list {@code phrases.txt}. */
final class Phrases {
  private static final String FILE = "phrases.txt";
  private static final List<Phrase> LIST = read();
  private static final List<String> LANGUAGES =
      LIST.stream().map(Phrase::language).distinct().toList();
  private static final Set<PhraseKind> NOUNS =
      EnumSet.of(PhraseKind.ANSWER, PhraseKind.SOLUTION, PhraseKind.FINAL);
  private static final Map<List<String>, Phrases> OF = new ConcurrentHashMap<>();

  private final List<Phrase> all;
  private final List<Phrase> nouns;
  private final Map<String, List<String>> is;
  private final Map<PhraseKind, List<String>> texts = new EnumMap<>(PhraseKind.class);
  private final Map<PhraseKind, Words> words = new EnumMap<>(PhraseKind.class);

  private Phrases(List<Phrase> all) {
    this.all = all;
    nouns = all.stream().filter(p -> NOUNS.contains(p.kind())).toList();
    is =
        all.stream()
            .filter(p -> p.kind() == PhraseKind.IS)
            .collect(groupingBy(Phrase::language, mapping(Phrase::text, toList())));
    for (PhraseKind kind : PhraseKind.values()) {
      texts.put(
          kind, all.stream().filter(p -> p.kind() == kind).map(Phrase::text).distinct().toList());
      words.put(kind, new Words(texts.get(kind)));
    }
  }

  /** Those of some languages; of all where the list is empty. */
  static Phrases of(List<String> languages) {
    return OF.computeIfAbsent(
        languages,
        some ->
            new Phrases(
                LIST.stream().filter(p -> some.isEmpty() || some.contains(p.language())).toList()));
  }

  static List<String> languages() {
    return LANGUAGES;
  }

  List<Phrase> all() {
    return all;
  }

  List<String> texts(PhraseKind kind) {
    return texts.get(kind);
  }

  /** As {@link #texts}, to be looked for. */
  Words words(PhraseKind kind) {
    return words.get(kind);
  }

  /** The nouns that announce an answer. */
  List<Phrase> nouns() {
    return nouns;
  }

  /** The words for "is" of a language. */
  List<String> is(String language) {
    return is.getOrDefault(language, List.of());
  }

  private static List<Phrase> read() {
    try (InputStream file = Phrases.class.getResourceAsStream(FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Phrases::phrase)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  private static Phrase phrase(String line) {
    String[] cells = line.split("\t", -1);
    PhraseKind kind =
        Arrays.stream(PhraseKind.values())
            .filter(k -> k.written().equals(cells[1]))
            .findFirst()
            .orElseThrow();
    String text = cells[2].equals("-") ? "" : SmallLetters.of(CleanText.of(cells[2]));
    return new Phrase(cells[0], kind, text);
  }
}
