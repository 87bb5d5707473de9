package org.galton.junk.generated;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.galton.junk.post.TokenCount;
import org.galton.numerics.PortableStream;

/**
 * Posts whose length, popularity and meaning are drawn each by itself: a short post has 6 to 29
 * tokens and a long one 101 to 220, a popular one 501 to 20,000 reactions and an unpopular one
 * none; it is chatter, or it explains a sum. Meaning is in the words, length in their number, and
 * popularity in the counters alone. Post i is a function of the seed and i.
 *
 * @param shares probability that a post is junk on each axis, in the order of {@link Axis}
 */
public record PostGenerator(
    long seed, double shortShare, double popularShare, double chatterShare) {
  private static final List<String> OPENINGS =
      List.of(
          "wait for it",
          "hot take",
          "not me crying",
          "plot twist",
          "say it louder",
          "big mood",
          "hear me out",
          "no way",
          "tell me why",
          "this again");
  private static final List<String> WHO =
      List.of("my cat", "the boss", "everyone", "nobody", "this guy", "your ex", "mum", "the bus");
  private static final List<String> DOES =
      List.of("broke", "loves", "stole", "hates", "found", "ate", "filmed", "ghosted");
  private static final List<String> WHAT =
      List.of(
          "the wifi",
          "my lunch",
          "a pigeon",
          "the vibe",
          "three memes",
          "the algorithm",
          "Monday",
          "the last slice");

  /** As many posts. */
  public List<GeneratedPost> posts(int count) {
    return IntStream.range(0, count).mapToObj(this::post).toList();
  }

  GeneratedPost post(int index) {
    PortableStream draws = PortableStream.of(seed, "posts", "junk", index);
    Set<Axis> junk = EnumSet.noneOf(Axis.class);
    add(junk, Axis.LENGTH, draws.unit() < shortShare);
    add(junk, Axis.POPULARITY, draws.unit() < popularShare);
    add(junk, Axis.MEANING, draws.unit() < chatterShare);
    int tokens = junk.contains(Axis.LENGTH) ? 6 + draws.below(24) : 101 + draws.below(120);
    int reactions = junk.contains(Axis.POPULARITY) ? 501 + draws.below(19_500) : 0;
    int reposts = reactions / 10;
    int replies = reactions / 20;
    int quotes = reactions / 50;
    return new GeneratedPost(
        "post-" + index,
        text(draws, tokens, junk.contains(Axis.MEANING)),
        tokens,
        reactions - reposts - replies - quotes,
        reposts,
        replies,
        quotes,
        junk);
  }

  private static void add(Set<Axis> junk, Axis axis, boolean wanted) {
    if (wanted) {
      junk.add(axis);
    }
  }

  /** Words until there are as many tokens. */
  private static String text(PortableStream draws, int tokens, boolean isChatter) {
    StringBuilder text = new StringBuilder();
    int left = tokens;
    while (left > 0) {
      String sentence = isChatter ? chatter(draws) : explanation(draws);
      for (String word : sentence.split(" ", -1)) {
        int more = TokenCount.of(word);
        if (more > left) {
          continue;
        }
        text.append(text.length() == 0 ? "" : " ").append(word);
        left -= more;
      }
    }
    return text.toString();
  }

  private static String chatter(PortableStream draws) {
    return "%s %s %s %s"
        .formatted(of(draws, OPENINGS), of(draws, WHO), of(draws, DOES), of(draws, WHAT));
  }

  private static String explanation(PortableStream draws) {
    int left = 11 + draws.below(80);
    int right = 11 + draws.below(80);
    int ones = left % 10 + right % 10;
    return "to add %d and %d take the ones first %d + %d = %d then the tens so the sum is %d"
        .formatted(left, right, left % 10, right % 10, ones, left + right);
  }

  private static String of(PortableStream draws, List<String> words) {
    return words.get(draws.below(words.size()));
  }
}
