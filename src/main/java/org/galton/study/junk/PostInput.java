package org.galton.study.junk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.galton.job.input.ColumnKind;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.input.WantedColumn;
import org.galton.job.run.SparkAction;
import org.galton.junk.post.ContentHash;
import org.galton.junk.post.EngagementRule.Decision;
import org.galton.junk.post.PostLabel;
import org.galton.junk.post.TokenCount;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/**
 * Reads posts, and calls each junk, control or neither.
 *
 * @param rules the rule of engagement where the input has counters, and the columns of labels
 */
record PostInput(JavaRDD<GivenPost> posts, List<String> rules, boolean hasIds) {

  /** What of the columns a task must know. */
  private record Shape(PostRequest request, boolean hasIds, boolean hasTokens, boolean hasCounters)
      implements Serializable {}

  /**
   * @throws InvalidInput when a column is missing; from the tasks that read it, where a cell is
   *     wrong
   */
  static PostInput open(SparkSession spark, PostRequest request) {
    GivenTable table =
        new GivenTable(
            "posts",
            "columns text, %s, and optionally id, tokens and columns of labels"
                .formatted(String.join(", ", request.popularity())),
            Stream.of(
                    required(List.of("text")),
                    optional(List.of("id", "tokens")),
                    optional(request.popularity()),
                    required(request.labels()))
                .flatMap(columns -> columns)
                .toList());
    OpenedTable opened =
        SparkAction.run("look at " + request.input(), () -> table.open(spark, request.input()));
    Set<String> filled = opened.filled();
    boolean hasCounters = hasCounters(filled, request);
    Shape shape = new Shape(request, filled.contains("id"), filled.contains("tokens"), hasCounters);
    List<String> rules = new ArrayList<>();
    if (hasCounters) {
      rules.add(PostRequest.ENGAGEMENT);
    }
    rules.addAll(request.labels());
    return new PostInput(
        opened.rows().map(row -> post(row, shape)), List.copyOf(rules), shape.hasIds());
  }

  /** The same without texts, kept where they are read: they are gone through several times. */
  PostInput withoutTexts() {
    return new PostInput(
        posts.map(GivenPost::withoutText).persist(StorageLevel.MEMORY_AND_DISK()), rules, hasIds);
  }

  /**
   * @throws InvalidInput when two posts have one id
   */
  void checkIds(PostRequest request) {
    if (!hasIds) {
      return;
    }
    List<Tuple2<String, Integer>> twice =
        SparkAction.run(
            "look for ids that are there twice",
            () ->
                posts
                    .mapToPair(post -> new Tuple2<>(post.id(), 1))
                    .reduceByKey(Integer::sum)
                    .filter(id -> id._2() > 1)
                    .takeOrdered(1, new ById()));
    if (!twice.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: id '%s' is there %d times; expected it once"
              .formatted(request.input(), twice.get(0)._1(), twice.get(0)._2()));
    }
  }

  /** Spark sends it. */
  private static final class ById implements Comparator<Tuple2<String, Integer>>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(Tuple2<String, Integer> one, Tuple2<String, Integer> other) {
      return one._1().compareTo(other._1());
    }
  }

  private static Stream<WantedColumn> required(List<String> names) {
    return names.stream().map(name -> WantedColumn.required(name, ColumnKind.TEXT));
  }

  private static Stream<WantedColumn> optional(List<String> names) {
    return names.stream().map(name -> WantedColumn.optional(name, ColumnKind.TEXT));
  }

  /** All counters, or none where labels stand for them. */
  private static boolean hasCounters(Set<String> filled, PostRequest request) {
    List<String> missing =
        request.popularity().stream().filter(name -> !filled.contains(name)).toList();
    if (missing.size() == request.popularity().size() && !request.labels().isEmpty()) {
      return false;
    }
    if (!missing.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: no column '%s'; expected all columns of popularity, %s; name those that there are in --popularity"
              .formatted(request.input(), missing.get(0), String.join(", ", request.popularity())));
    }
    return true;
  }

  private static GivenPost post(GivenRow given, Shape shape) {
    String text = given.text("text");
    GivenRow row =
        given.at(() -> shape.hasIds() ? "id '%s'".formatted(given.text("id")) : "a post");
    if (text.isEmpty()) {
      throw row.wrong("text", "a post");
    }
    if (shape.hasIds() && row.text("id").isEmpty()) {
      throw row.wrong("id", "a name");
    }
    PostRequest request = shape.request();
    int tokens = shape.hasTokens() ? row.whole("tokens") : TokenCount.of(text);
    Long popularity = null;
    List<Decision> decisions = new ArrayList<>();
    if (shape.hasCounters()) {
      long sum = 0;
      for (String column : request.popularity()) {
        sum += row.whole(column);
      }
      popularity = sum;
      decisions.add(request.rule().of(tokens, sum));
    }
    request.labels().forEach(column -> decisions.add(label(row.text(column), request)));
    return new GivenPost(
        shape.hasIds() ? row.text("id") : ContentHash.of(text),
        text,
        tokens,
        popularity,
        text.chars().allMatch(c -> c < 128),
        decisions);
  }

  /** Null where the cell is empty. */
  private static Decision label(String cell, PostRequest request) {
    if (cell.isEmpty()) {
      return null;
    }
    PostLabel label =
        request.junkWords().contains(cell)
            ? PostLabel.JUNK
            : request.controlWords().contains(cell) ? PostLabel.CONTROL : PostLabel.NEITHER;
    return new Decision(label, cell);
  }
}
