package org.galton.study.junk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.SparkAction;
import org.galton.junk.mix.Mixture;
import org.galton.junk.mix.MixturePlan;
import org.galton.junk.mix.Pool;
import org.galton.junk.mix.PoolPost;
import org.galton.junk.post.EngagementRule.Decision;
import org.galton.junk.post.PostLabel;
import org.galton.spec.InvalidInput;
import org.galton.study.junk.row.MixturePostRow;
import org.galton.study.junk.row.MixtureRow;
import scala.Tuple2;

/**
 * Draws mixtures: the driver holds hashes and tokens of what can be drawn, some 300 bytes a text,
 * and the texts stay where they are read.
 */
final class MixJob {
  private final SparkSession spark;
  private final MixRequest request;

  MixJob(SparkSession spark, MixRequest request) {
    this.spark = spark;
    this.request = request;
  }

  /** Where a text stands in a mixture. */
  private record Place(double dose, int place) implements Serializable, Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byDose = Double.compare(dose, other.dose);
      return byDose != 0 ? byDose : Integer.compare(place, other.place);
    }
  }

  /** A text without its characters. */
  private record Drawable(String hash, PostLabel label, int tokens, int copies)
      implements Serializable {}

  /**
   * @throws InvalidInput when posts cannot be read, or a mixture cannot be made of them
   */
  MixResult run(String runId) {
    PostInput input = PostInput.open(spark, request.posts());
    int rule = input.rules().lastIndexOf(request.rule());
    if (rule < 0) {
      throw new InvalidInput(
          "Cannot mix the posts of %s: there are no counters, and --by is engagement; expected the column of labels in --by"
              .formatted(request.posts().input()));
    }
    input.checkIds(request.posts());
    JavaPairRDD<String, Candidate> texts = texts(input, rule, request.posts().ascii());
    List<Drawable> found =
        SparkAction.run(
            "find posts to draw",
            () ->
                texts
                    .map(
                        text ->
                            new Drawable(
                                text._1(),
                                text._2().label(),
                                text._2().tokens(),
                                text._2().copies()))
                    .collect());
    Pool junk = pool(found, PostLabel.JUNK);
    Pool control = pool(found, PostLabel.CONTROL);
    List<Mixture> mixtures = mixtures(junk, control);
    return new MixResult(
        request,
        mixtures.stream().map(mixture -> row(runId, mixture, junk, control)).toList(),
        rows(runId, texts, mixtures),
        notes(found));
  }

  /** What is called junk or control, by the hash of its text. */
  private static JavaPairRDD<String, Candidate> texts(PostInput input, int rule, boolean ascii) {
    return input
        .posts()
        .filter(post -> (!ascii || post.ascii()) && post.tokens() > 0 && isDrawable(post, rule))
        .mapToPair(
            post ->
                new Tuple2<>(
                    post.hash(),
                    new Candidate(
                        post.id(),
                        post.text(),
                        post.decisions().get(rule).label(),
                        post.tokens(),
                        1)))
        .reduceByKey(Candidate::plus);
  }

  private static boolean isDrawable(GivenPost post, int rule) {
    Decision decision = post.decisions().get(rule);
    return decision != null && decision.label() != PostLabel.NEITHER;
  }

  private Pool pool(List<Drawable> found, PostLabel label) {
    return new Pool(
        found.stream()
            .filter(text -> text.label() == label)
            .map(text -> PoolPost.of(request.seed(), text.hash(), text.tokens()))
            .toList());
  }

  private List<Mixture> mixtures(Pool junk, Pool control) {
    long most = MixturePlan.usual(junk, control, request.doses());
    if (request.tokens() == null && most < 1) {
      throw new InvalidInput(
          "Cannot mix the posts of %s: there are %,d texts of junk and %,d of control; expected some of both"
              .formatted(request.posts().input(), junk.size(), control.size()));
    }
    MixturePlan plan =
        new MixturePlan(
            junk, control, request.doses(), request.tokens() == null ? most : request.tokens());
    List<Mixture> mixtures = plan.mixtures();
    for (Mixture mixture : mixtures) {
      plan.problem(mixture)
          .ifPresent(
              problem -> {
                throw new InvalidInput(
                    "Cannot mix the posts of %s at dose %s: %s; give more posts, or ask for %s --tokens"
                        .formatted(
                            request.posts().input(), mixture.dose(), problem, otherTokens(plan)));
              });
    }
    return mixtures;
  }

  /** As in "ask for {at most 500} --tokens". */
  private static String otherTokens(MixturePlan plan) {
    long most = MixturePlan.most(plan.junk(), plan.control(), plan.doses());
    return plan.tokens() > most ? "at most " + most : "more";
  }

  private static MixtureRow row(String runId, Mixture mixture, Pool junk, Pool control) {
    return new MixtureRow(
        runId,
        mixture.dose(),
        mixture.size(),
        mixture.junk().posts().size(),
        mixture.tokens(),
        mixture.junk().tokens(),
        mixture.junkPercent(),
        mixture.hash(),
        junk.tokens(),
        control.tokens());
  }

  private JavaRDD<MixturePostRow> rows(
      String runId, JavaPairRDD<String, Candidate> texts, List<Mixture> mixtures) {
    HashMap<String, List<Place>> places = new HashMap<>();
    for (Mixture mixture : mixtures) {
      List<PoolPost> posts = mixture.posts();
      for (int place = 0; place < posts.size(); place++) {
        places
            .computeIfAbsent(posts.get(place).hash(), hash -> new ArrayList<>())
            .add(new Place(mixture.dose(), place));
      }
    }
    Broadcast<HashMap<String, List<Place>>> sent =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(places);
    return texts
        .flatMap(text -> rows(runId, text, sent.value()).iterator())
        .sortBy(row -> new Place(row.dose(), row.place()), true, texts.getNumPartitions());
  }

  private static List<MixturePostRow> rows(
      String runId, Tuple2<String, Candidate> text, Map<String, List<Place>> places) {
    Candidate post = text._2();
    return places.getOrDefault(text._1(), List.of()).stream()
        .map(
            place ->
                new MixturePostRow(
                    runId,
                    place.dose(),
                    place.place(),
                    post.id(),
                    post.label().word(),
                    post.tokens(),
                    text._1(),
                    post.text()))
        .toList();
  }

  private static List<String> notes(List<Drawable> found) {
    long repeated = found.stream().mapToLong(text -> text.copies() - 1).sum();
    long both = found.stream().filter(text -> text.label() == PostLabel.NEITHER).count();
    return Stream.of(
            repeated > 0
                ? "%,d posts repeat the text of another, and are drawn once with it"
                    .formatted(repeated)
                : "",
            both > 0
                ? "%,d texts are called both junk and control, and are not drawn".formatted(both)
                : "")
        .filter(note -> !note.isEmpty())
        .toList();
  }
}
