package org.galton.junk.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.galton.junk.post.ContentHash;
import org.junit.jupiter.api.Test;

final class MixturePlanTest {
  private static final List<Double> DOSES = List.of(0.0, 20.0, 50.0, 80.0, 100.0);

  private final List<PoolPost> junk = posts("junk", 3000, 1, 29, 42);
  private final List<PoolPost> control = posts("control", 400, 101, 300, 42);

  @Test
  void totalsAreEqualAndSharesAreTheDoses() {
    MixturePlan plan = plan(30_000);
    long most = plan.mixtures().stream().mapToLong(Mixture::tokens).max().orElseThrow();
    long least = plan.mixtures().stream().mapToLong(Mixture::tokens).min().orElseThrow();
    assertThat(most - least).isLessThanOrEqualTo(29);
    for (Mixture mixture : plan.mixtures()) {
      assertThat(plan.problem(mixture)).isEmpty();
      assertThat(Math.abs(mixture.tokens() - 30_000)).isLessThanOrEqualTo(mixture.longest());
      assertThat(mixture.junkPercent()).isCloseTo(mixture.dose(), within(0.1));
      assertThat(mixture.posts()).doesNotHaveDuplicates();
    }
  }

  @Test
  void theEndsShareNoPost() {
    List<Mixture> mixtures = plan(30_000).mixtures();
    Set<String> clean = hashes(mixtures.get(0));
    assertThat(mixtures.get(0).junk().posts()).isEmpty();
    assertThat(mixtures.get(4).control().posts()).isEmpty();
    assertThat(hashes(mixtures.get(4))).doesNotContainAnyElementsOf(clean);
  }

  /** What a smaller dose draws, a larger draws too, but for the last two. */
  @Test
  void dosesAreNested() {
    List<Mixture> mixtures = plan(30_000).mixtures();
    Set<String> twenty = new HashSet<>();
    mixtures.get(1).junk().posts().forEach(post -> twenty.add(post.hash()));
    mixtures.get(2).junk().posts().forEach(post -> twenty.remove(post.hash()));
    assertThat(twenty).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void theOrderOfThePostsChangesNothingAndTheSeedDoes() {
    String hash = plan(20_000).mixtures().get(2).hash();
    List<PoolPost> mixed = new ArrayList<>(junk);
    Collections.shuffle(mixed, new Random(3));
    MixturePlan other = new MixturePlan(new Pool(mixed), new Pool(control), DOSES, 20_000);
    assertThat(other.mixtures().get(2).hash()).isEqualTo(hash);
    MixturePlan seeded =
        new MixturePlan(
            new Pool(posts("junk", 3000, 1, 29, 43)),
            new Pool(posts("control", 400, 101, 300, 43)),
            DOSES,
            20_000);
    assertThat(seeded.mixtures().get(2).hash()).isNotEqualTo(hash);
  }

  @Test
  void whatIsMissingIsSaid() {
    MixturePlan plan = plan(60_000);
    assertThat(plan.problem(plan.mixtures().get(4)).orElseThrow())
        .matches("60,000 tokens of junk are needed, and there are [0-9,]+ in 3,000 posts");
    Pool few = new Pool(posts("control", 3, 101, 300, 42));
    MixturePlan coarse = new MixturePlan(new Pool(junk), few, List.of(50.0), 333);
    assertThat(coarse.problem(coarse.mixtures().get(0)).orElseThrow())
        .contains("for a total of 333, since posts are long");
  }

  @Test
  void theMostIsWhatTheScarcerPoolAllows() {
    Pool small = new Pool(List.of(PoolPost.of(1, "a", 10)));
    Pool large = new Pool(List.of(PoolPost.of(1, "b", 1000)));
    assertThat(MixturePlan.most(small, large, DOSES)).isEqualTo(10);
    assertThat(MixturePlan.most(small, large, List.of(0.0, 20.0))).isEqualTo(50);
    assertThat(MixturePlan.most(small, large, List.of(0.0))).isEqualTo(1000);
  }

  /** The last posts may be exchanged for others that fit: 6 + 4 in place of 6 + 3. */
  @Test
  void theLastPostFillsTheGap() {
    List<PoolPost> posts = List.of(post("1", 6), post("2", 3), post("3", 9), post("4", 4));
    assertThat(new Pool(posts).take(10).tokens()).isEqualTo(10);
    assertThat(new Pool(posts).take(10).posts())
        .extracting(PoolPost::key)
        .containsExactly("1", "4");
    assertThat(new Pool(posts).take(13).tokens()).isEqualTo(13);
    assertThat(new Pool(posts).take(100).tokens()).isEqualTo(22);
    assertThat(new Pool(posts).take(0).posts()).isEmpty();
  }

  private static PoolPost post(String key, int tokens) {
    return new PoolPost(key, key, tokens);
  }

  private MixturePlan plan(long tokens) {
    return new MixturePlan(new Pool(junk), new Pool(control), DOSES, tokens);
  }

  private static Set<String> hashes(Mixture mixture) {
    return mixture.posts().stream().map(PoolPost::hash).collect(Collectors.toSet());
  }

  private static List<PoolPost> posts(String name, int count, int least, int most, long seed) {
    SplittableRandom random = new SplittableRandom(6);
    List<PoolPost> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      posts.add(PoolPost.of(seed, ContentHash.of(name + i), random.nextInt(least, most + 1)));
    }
    return posts;
  }
}
