package org.galton.view.rollout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.spec.InvalidInput;
import org.galton.view.engine.BoundSql;
import org.galton.view.label.LabelFilter;
import org.galton.view.row.FigureLimit;
import org.galton.view.row.Keyset;
import org.galton.view.row.Keyset.Direction;
import org.galton.view.row.RolloutAddress;
import org.galton.view.row.RowOrder;
import org.galton.view.web.Parameters;

/** Which rollouts a page is about, as its address says. */
record RolloutFilter(Parameters parameters) {
  /** In addresses and in the tables. */
  static final List<String> COLUMNS = List.of("model", "task", "generation", "prompt_id", "status");

  static final List<String> NAMES =
      List.of(
          "model",
          "task",
          "generation",
          "prompt_id",
          "status",
          "verdict",
          "answer",
          "scorer",
          "label",
          "labelled_by",
          "tag",
          "q",
          "min_tokens",
          "max_tokens",
          "min_logprob",
          "max_logprob",
          "sort");

  /** The same at any time; whole numbers of 53 bits, which are doubles, too. */
  private static final String SHUFFLED =
      "(md5_number_lower(concat_ws(chr(10), %s)) %% 9007199254740992)"
          .formatted(String.join(", ", RolloutAddress.COLUMNS));

  static final List<RowOrder> ORDERS =
      List.of(
          new RowOrder("key", "Key", Keyset.of(RolloutAddress.COLUMNS)),
          by("shuffled", "Shuffled", SHUFFLED, Direction.ASCENDING),
          by("longest", "Longest first", "completion_tokens", Direction.DESCENDING),
          by("shortest", "Shortest first", "completion_tokens", Direction.ASCENDING),
          by("likeliest", "Most likely first", "logprob_sum", Direction.DESCENDING),
          by("unlikeliest", "Least likely first", "logprob_sum", Direction.ASCENDING),
          by("surest", "Surest first", "entropy_mean", Direction.ASCENDING),
          by("unsurest", "Least sure first", "entropy_mean", Direction.DESCENDING));

  /** In an address: without a verdict. */
  private static final String NONE = "none";

  /** Verdicts by their words in addresses, as conditions on a row of {@code scores}. */
  static final Map<String, String> VERDICTS = new LinkedHashMap<>();

  static {
    VERDICTS.put("right", "s.correct");
    VERDICTS.put("wrong", "s.status = 'scored' AND NOT s.correct");
    VERDICTS.put("unparsed", "s.status = 'unparsed'");
    VERDICTS.put("abstained", "s.abstained");
    VERDICTS.put("unscored", "s.status = 'unscored'");
  }

  private static RowOrder by(String word, String title, String column, Direction direction) {
    return new RowOrder(word, title, new Keyset(RolloutAddress.COLUMNS, column, direction));
  }

  /** Without where in a list the page is. */
  static RolloutFilter of(Parameters parameters) {
    Parameters own = parameters;
    for (String name : parameters.values().keySet()) {
      if (!NAMES.contains(name)) {
        own = own.without(name);
      }
    }
    return new RolloutFilter(own);
  }

  RowOrder order() {
    return RowOrder.of(ORDERS, parameters.text("sort"));
  }

  boolean isEmpty() {
    return parameters.without("sort").values().isEmpty();
  }

  /** Whether all that matches need not be known before the first of it can be shown. */
  boolean isTextInOrderOfKeys() {
    return order().isByKey() && parameters.find("q").isPresent();
  }

  List<BoundSql> cellConditions() {
    return equal(List.of("model", "task", "generation"));
  }

  private List<BoundSql> equal(List<String> columns) {
    List<BoundSql> conditions = new ArrayList<>();
    for (String column : columns) {
      parameters
          .find(column)
          .ifPresent(value -> conditions.add(BoundSql.of("r." + column + " = ?", value)));
    }
    return conditions;
  }

  /**
   * @throws InvalidInput when the address asks for what is no number, no verdict or no label
   */
  List<BoundSql> conditions() {
    List<BoundSql> conditions = equal(COLUMNS);
    FigureLimit.of(parameters, "min_tokens", "r.completion_tokens >= ?").ifPresent(conditions::add);
    FigureLimit.of(parameters, "max_tokens", "r.completion_tokens <= ?").ifPresent(conditions::add);
    FigureLimit.of(parameters, "min_logprob", "r.logprob_sum >= ?").ifPresent(conditions::add);
    FigureLimit.of(parameters, "max_logprob", "r.logprob_sum <= ?").ifPresent(conditions::add);
    verdict().ifPresent(conditions::add);
    LabelFilter.of(parameters).ifPresent(conditions::add);
    parameters
        .find("q")
        .ifPresent(text -> conditions.add(BoundSql.of("contains(r.completion, ?)", text)));
    return conditions;
  }

  private static String condition(String verdict) {
    String condition = VERDICTS.get(verdict);
    if (condition == null) {
      throw new InvalidInput(
          "Cannot filter by verdict: '%s' is none; expected one of %s, %s"
              .formatted(verdict, String.join(", ", VERDICTS.keySet()), NONE));
    }
    return condition;
  }

  /** By any scorer, unless one is named: a rollout that two have judged is one row. */
  private Optional<BoundSql> verdict() {
    List<BoundSql> wanted = new ArrayList<>();
    boolean none = parameters.text("verdict").equals(NONE);
    if (!none) {
      parameters.find("verdict").ifPresent(word -> wanted.add(BoundSql.of(condition(word))));
    }
    parameters.find("answer").ifPresent(answer -> wanted.add(BoundSql.of("s.answer = ?", answer)));
    if (wanted.isEmpty() && !none) {
      return Optional.empty();
    }
    parameters.find("scorer").ifPresent(scorer -> wanted.add(BoundSql.of("s.scorer = ?", scorer)));
    return Optional.of(
        BoundSql.of(none ? "NOT EXISTS" : "EXISTS")
            .then(
                "(SELECT 1 FROM scores s WHERE s.model = r.model AND s.task = r.task"
                    + " AND s.generation = r.generation AND s.prompt_id = r.prompt_id"
                    + " AND s.rollout_index = r.rollout_index AND")
            .then(BoundSql.all(wanted))
            .then(")"));
  }
}
