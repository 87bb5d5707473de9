package org.galton.view.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.report.Fact;
import org.galton.report.Figures;
import org.galton.report.OutlineLine;
import org.galton.report.VisibleText;
import org.galton.view.conversation.ChatTurn;
import org.galton.view.conversation.Conversation;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.label.LabelSection;
import org.galton.view.label.Labeller;
import org.galton.view.row.RolloutAddress;
import org.galton.view.row.RowPlace;
import org.galton.view.row.ShownValue;
import org.galton.view.row.ViewPage;
import org.galton.view.web.Parameters;

/** One rollout: what was asked, what was drawn, and what was made of it. */
public record RolloutPage(
    RolloutFilter filter,
    RolloutAddress address,
    String prompt,
    List<ChatTurn> messages,
    String reference,
    AnsweredText completion,
    Optional<Conversation> conversation,
    String error,
    List<Fact> facts,
    List<TokenLine> tokens,
    List<OutlineLine> steps,
    List<ShownVerdict> verdicts,
    LabelSection labels,
    Optional<RolloutAddress> before,
    Optional<RolloutAddress> after)
    implements ViewPage {
  private static final int LONGEST = 200_000;

  public static Optional<BoundSql> rows(Parameters parameters) {
    return parameters
        .find("key")
        .flatMap(RolloutAddress::parse)
        .map(address -> BoundSql.of("SELECT * FROM rollouts WHERE").then(address.matches()));
  }

  /**
   * Nothing where there is no such rollout.
   *
   * @param labeller who may label it; absent where the viewer writes nothing
   */
  public static Optional<RolloutPage> of(
      Snapshot tables, Parameters parameters, Optional<Labeller> labeller) throws SQLException {
    Optional<RolloutAddress> found = parameters.find("key").flatMap(RolloutAddress::parse);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    RolloutAddress address = found.get();
    RolloutFilter filter = RolloutFilter.of(parameters);
    List<ShownVerdict> verdicts =
        tables.rows(
            BoundSql.of("SELECT * FROM scores WHERE")
                .then(address.matches())
                .then("ORDER BY scorer"),
            ShownVerdict::of);
    List<ShownPrompt> prompts =
        tables.rows(
            BoundSql.of(
                "SELECT text, reference FROM prompts WHERE task = ? AND prompt_id = ? LIMIT 1",
                address.task(),
                address.promptId()),
            row -> new ShownPrompt(row.getString("text"), row.getString("reference")));
    ShownPrompt prompt = prompts.isEmpty() ? new ShownPrompt("", "") : prompts.get(0);
    List<TokenLine> tokens = tables.rows(TokenLine.of(address), TokenLine::of);
    List<OutlineLine> steps =
        OutlineLine.of(tables.rows(StoredNodes.of(address), StoredNodes::node));
    LabelSection labels = LabelSection.of(tables, address, labeller);
    RolloutQueries queries = new RolloutQueries(tables, filter);
    List<RolloutPage> pages =
        tables.rows(
            BoundSql.of(
                    "SELECT *, %s AS figure FROM rollouts WHERE"
                        .formatted(filter.order().keyset().figure()))
                .then(address.matches())
                .then("LIMIT 1"),
            row -> page(row, filter, address, prompt, tokens, steps, verdicts, labels, queries));
    return pages.stream().findFirst();
  }

  private record ShownPrompt(String text, String reference) {}

  private static RolloutPage page(
      ResultSet row,
      RolloutFilter filter,
      RolloutAddress address,
      ShownPrompt prompt,
      List<TokenLine> tokens,
      List<OutlineLine> steps,
      List<ShownVerdict> verdicts,
      LabelSection labels,
      RolloutQueries queries)
      throws SQLException {
    RowPlace place = new RowPlace(ShownValue.number(row, "figure"), address.values());
    String completion = row.getString("completion");
    String error = row.getString("error");
    return new RolloutPage(
        filter,
        address,
        VisibleText.of(prompt.text(), LONGEST),
        ChatTurn.of(prompt.text()),
        VisibleText.of(prompt.reference(), LONGEST),
        AnsweredText.of(
            completion == null ? "" : completion,
            verdicts.isEmpty() ? null : verdicts.get(0).answer()),
        completion == null
            ? Optional.empty()
            : Conversation.of(prompt.text(), prompt.reference(), completion),
        error == null ? "" : VisibleText.of(error, LONGEST),
        facts(row),
        tokens,
        steps,
        verdicts,
        labels,
        queries.previous(place),
        queries.next(place));
  }

  private static List<Fact> facts(ResultSet row) throws SQLException {
    List<Fact> facts = new ArrayList<>();
    add(facts, "Model", VisibleText.line(row.getString("model"), 200));
    add(facts, "Task", VisibleText.line(row.getString("task"), 200));
    add(facts, "Status", row.getString("status"));
    add(facts, "Tokens of the prompt", ShownValue.count(row, "prompt_tokens"));
    add(facts, "Tokens drawn", ShownValue.count(row, "completion_tokens"));
    add(facts, "Log-probability, nats", decimal(row, "logprob_sum"));
    add(facts, "Mean entropy, nats per token", decimal(row, "entropy_mean"));
    add(facts, "Seconds", decimal(row, "seconds"));
    add(facts, "Device", VisibleText.line(row.getString("device"), 60));
    add(facts, "Attempt", ShownValue.count(row, "attempt"));
    add(facts, "Generation", row.getString("generation"));
    add(facts, "Prompt", row.getString("prompt_id"));
    return facts;
  }

  private static void add(List<Fact> facts, String name, String value) {
    facts.add(new Fact(name, value));
  }

  private static String decimal(ResultSet row, String column) throws SQLException {
    return ShownValue.text(row, column, value -> Figures.format("%.3f", value));
  }

  @Override
  public String title() {
    return "Rollout " + address.rolloutIndex();
  }

  @Override
  public String template() {
    return "rollout.html";
  }

  public String list() {
    return filter.parameters().query();
  }

  /** Tokens that the page shows at most. */
  public int mostTokens() {
    return TokenLine.MOST;
  }

  /** Nodes of a search's tree that the page shows at most. */
  public int mostSteps() {
    return StoredNodes.MOST;
  }

  public String samePrompt() {
    return Parameters.none()
        .with("task", address.task())
        .with("prompt_id", address.promptId())
        .query();
  }

  public String previous() {
    return before.map(this::query).orElse("");
  }

  public String next() {
    return after.map(this::query).orElse("");
  }

  private String query(RolloutAddress other) {
    return filter.parameters().with("key", other.text()).query();
  }
}
