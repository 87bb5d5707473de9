package org.galton.study.junk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.SparkAction;
import org.galton.junk.post.EngagementRule.Decision;
import org.galton.junk.post.LabelAgreement;
import org.galton.numerics.Optionals;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Interval;
import org.galton.statistics.agreement.VerdictPairs;
import org.galton.study.junk.row.LabelAgreementRow;
import org.galton.study.junk.row.LabelCountRow;
import org.galton.study.junk.row.LabelledPostRow;
import scala.Tuple2;

/** Counts what each rule calls posts, and where two of them agree. */
final class LabelJob {
  private final SparkSession spark;
  private final PostRequest request;

  LabelJob(SparkSession spark, PostRequest request) {
    this.spark = spark;
    this.request = request;
  }

  /** What a post adds to: a label by a rule, or a cell of a confusion matrix. */
  private record Key(int rule, int other, String label, String reason)
      implements Serializable, Comparable<Key> {
    @Override
    public int compareTo(Key key) {
      int byRule = Integer.compare(rule, key.rule);
      int byOther = Integer.compare(other, key.other);
      int byLabel = label.compareTo(key.label);
      return byRule != 0
          ? byRule
          : byOther != 0 ? byOther : byLabel != 0 ? byLabel : reason.compareTo(key.reason);
    }
  }

  /** Posts and their tokens. */
  private record Sum(long posts, long tokens) implements Serializable {
    Sum plus(Sum other) {
      return new Sum(posts + other.posts, tokens + other.tokens);
    }
  }

  /**
   * @throws InvalidInput when posts cannot be read, an id is there twice, or a column of labels has
   *     none of the words
   */
  LabelResult run(String runId) {
    PostInput input = PostInput.open(spark, request).withoutTexts();
    List<String> rules = input.rules();
    boolean ascii = request.ascii();
    Map<Key, Sum> sums =
        SparkAction.run(
            "label posts",
            () ->
                new TreeMap<>(
                    input
                        .posts()
                        .flatMapToPair(post -> keys(post, ascii).iterator())
                        .reduceByKey(Sum::plus)
                        .collectAsMap()));
    if (sums.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: there are no rows; expected a row per post".formatted(request.input()));
    }
    input.checkIds(request);
    checkWords(rules, sums);
    return new LabelResult(
        request, counts(runId, rules, sums), agreements(runId, rules, sums), rows(runId, input));
  }

  private static List<Tuple2<Key, Sum>> keys(GivenPost post, boolean ascii) {
    List<Tuple2<Key, Sum>> keys = new ArrayList<>();
    Sum sum = new Sum(1, post.tokens());
    boolean isLeftOut = ascii && !post.ascii();
    for (int rule = 0; rule < post.decisions().size(); rule++) {
      Decision decision = post.decisions().get(rule);
      String reason = rule == 0 && post.popularity() != null && !isLeftOut ? decision.reason() : "";
      keys.add(new Tuple2<>(new Key(rule, -1, word(decision, isLeftOut), reason), sum));
      for (int other = rule + 1; !isLeftOut && other < post.decisions().size(); other++) {
        String cell = word(decision, false) + " " + word(post.decisions().get(other), false);
        keys.add(new Tuple2<>(new Key(rule, other, cell, ""), sum));
      }
    }
    return keys;
  }

  private static String word(Decision decision, boolean isLeftOut) {
    return isLeftOut ? "not ascii" : decision == null ? "unlabelled" : decision.label().word();
  }

  private void checkWords(List<String> rules, Map<Key, Sum> sums) {
    for (String column : request.labels()) {
      int rule = rules.lastIndexOf(column);
      if (sums.keySet().stream()
          .filter(key -> key.rule() == rule && key.other() < 0)
          .noneMatch(key -> key.label().matches("junk|control|not ascii"))) {
        throw new InvalidInput(
            "Cannot read %s: column '%s' has neither a word for junk %s nor one for control %s; expected some; --junk-words and --control-words say which they are"
                .formatted(request.input(), column, request.junkWords(), request.controlWords()));
      }
    }
  }

  private static List<LabelCountRow> counts(String runId, List<String> rules, Map<Key, Sum> sums) {
    List<LabelCountRow> rows = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          if (key.other() < 0) {
            rows.add(
                new LabelCountRow(
                    runId,
                    rules.get(key.rule()),
                    key.label(),
                    key.reason().isEmpty() ? null : key.reason(),
                    sum.posts(),
                    sum.tokens()));
          }
        });
    return List.copyOf(rows);
  }

  private static List<LabelAgreementRow> agreements(
      String runId, List<String> rules, Map<Key, Sum> sums) {
    List<LabelAgreementRow> rows = new ArrayList<>();
    for (int first = 0; first < rules.size(); first++) {
      for (int second = first + 1; second < rules.size(); second++) {
        rows.add(agreement(runId, rules, first, second, sums));
      }
    }
    return List.copyOf(rows);
  }

  private static LabelAgreementRow agreement(
      String runId, List<String> rules, int first, int second, Map<Key, Sum> sums) {
    VerdictPairs pairs = VerdictPairs.NONE;
    long leftOut = 0;
    for (Map.Entry<Key, Sum> entry : sums.entrySet()) {
      Key key = entry.getKey();
      long posts = entry.getValue().posts();
      if (key.rule() != first || key.other() != second) {
        continue;
      }
      switch (key.label()) {
        case "junk junk" -> pairs = pairs.plus(new VerdictPairs(posts, 0, 0, 0));
        case "junk control" -> pairs = pairs.plus(new VerdictPairs(0, posts, 0, 0));
        case "control junk" -> pairs = pairs.plus(new VerdictPairs(0, 0, posts, 0));
        case "control control" -> pairs = pairs.plus(new VerdictPairs(0, 0, 0, posts));
        default -> leftOut += posts;
      }
    }
    LabelAgreement found = new LabelAgreement(pairs);
    Optional<Interval> accuracy = found.accuracyInterval();
    Optional<Interval> mcc = found.matthewsInterval();
    Optional<Interval> kappa = found.kappaInterval();
    return new LabelAgreementRow(
        runId,
        rules.get(first),
        rules.get(second),
        pairs.bothRight(),
        pairs.firstOnly(),
        pairs.secondOnly(),
        pairs.bothWrong(),
        leftOut,
        Optionals.orNull(found.accuracy()),
        accuracy.map(Interval::low).orElse(null),
        accuracy.map(Interval::high).orElse(null),
        Optionals.orNull(found.matthews()),
        mcc.map(Interval::low).orElse(null),
        mcc.map(Interval::high).orElse(null),
        Optionals.orNull(found.kappa()),
        kappa.map(Interval::low).orElse(null),
        kappa.map(Interval::high).orElse(null));
  }

  private JavaRDD<LabelledPostRow> rows(String runId, PostInput input) {
    List<String> rules = input.rules();
    boolean ascii = request.ascii();
    return input
        .posts()
        .filter(post -> !ascii || post.ascii())
        .flatMap(post -> rows(runId, rules, post).iterator())
        .sortBy(
            row -> place(row, rules.indexOf(row.rule())), true, input.posts().getNumPartitions());
  }

  private static List<LabelledPostRow> rows(String runId, List<String> rules, GivenPost post) {
    List<LabelledPostRow> rows = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      Decision decision = post.decisions().get(rule);
      if (decision != null) {
        rows.add(
            new LabelledPostRow(
                runId,
                post.id(),
                rules.get(rule),
                decision.label().word(),
                decision.reason(),
                post.tokens(),
                post.popularity()));
      }
    }
    return rows;
  }

  /** In the order of ids and rules; of equal texts without ids by what they are called. */
  private static String place(LabelledPostRow row, int rule) {
    return row.postId()
        + "\u0000"
        + (char) rule
        + row.label()
        + "\u0000"
        + row.tokens()
        + "\u0000"
        + row.popularity()
        + "\u0000"
        + row.reason();
  }
}
