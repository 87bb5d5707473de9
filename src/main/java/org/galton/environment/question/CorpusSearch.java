package org.galton.environment.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.galton.environment.Tool;

/**
 * The three texts that fit a query best, by BM25 (Robertson and Zaragoza 2009) with k1 = 1.2, b =
 * 0.75 and idf = ln(1 + (N - n + 1/2) / (n + 1/2)). Words are runs of letters and digits, whatever
 * their case.
 */
final class CorpusSearch implements Tool {
  private static final double K1 = 1.2;
  private static final double B = 0.75;
  private static final int SHOWN = 3;

  private final List<String> texts;
  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final Map<String, Integer> holders = new HashMap<>();
  private final double meanLength;

  CorpusSearch(List<String> texts) {
    this.texts = List.copyOf(texts);
    long length = 0;
    for (String text : texts) {
      Map<String, Integer> own = new HashMap<>();
      for (String word : words(text)) {
        own.merge(word, 1, Integer::sum);
        length++;
      }
      own.keySet().forEach(word -> holders.merge(word, 1, Integer::sum));
      counts.add(own);
    }
    this.meanLength = (double) length / texts.size();
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public String argument() {
    return "query";
  }

  @Override
  public String meaning() {
    return "it finds the texts that fit some words best.";
  }

  @Override
  public String answer(String argument) {
    List<String> query = words(argument).stream().distinct().toList();
    if (query.isEmpty()) {
      throw new IllegalArgumentException("the query has no words");
    }
    double[] scores =
        IntStream.range(0, texts.size()).mapToDouble(text -> score(query, text)).toArray();
    List<String> best =
        IntStream.range(0, texts.size())
            .filter(text -> scores[text] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer text) -> -scores[text]))
            .limit(SHOWN)
            .map(texts::get)
            .toList();
    return best.isEmpty() ? "Nothing was found." : String.join("\n", best);
  }

  double score(List<String> query, int text) {
    Map<String, Integer> own = counts.get(text);
    int length = own.values().stream().mapToInt(Integer::intValue).sum();
    double score = 0;
    for (String word : query) {
      double count = own.getOrDefault(word, 0);
      int holding = holders.getOrDefault(word, 0);
      double idf = Math.log1p((texts.size() - holding + 0.5) / (holding + 0.5));
      score += idf * count * (K1 + 1) / (count + K1 * (1 - B + B * length / meanLength));
    }
    return score;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
