package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.galton.chat.ChatMessage;
import org.galton.console.LocalSpark;
import org.galton.job.Sums;
import org.galton.job.query.Query;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Sampling;
import org.galton.model.endpoint.Backoff;
import org.galton.model.endpoint.EndpointSource;
import org.galton.model.endpoint.MisbehavingServer;
import org.galton.model.endpoint.SharedEndpoints;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.BooksRow;
import org.galton.task.Split;

/** The same sweep from the same model behind two servers. */
final class EndpointBias {
  private final Path folder;
  private final int prompts;
  private final int rollouts;

  EndpointBias(Path folder, int prompts, int rollouts) {
    this.folder = folder;
    this.prompts = prompts;
    this.rollouts = rollouts;
  }

  private record Loader() implements ModelLoader {
    @Override
    public ModelCard card(String source) {
      return EndpointSource.parse(source).card();
    }

    @Override
    public Decoding decoding(String source, Decoding wanted) {
      return wanted.withDevice("endpoint");
    }

    @Override
    public LanguageModel load(String source, Decoding decoding) {
      return SharedEndpoints.open(
          source, name -> null, new Backoff(Duration.ofMillis(2), Duration.ofMillis(20)));
    }
  }

  /** What a sweep came to: rollouts by status and verdict, and the means. */
  record Outcome(List<String> counts, String means, int requests) {}

  Outcome sweep(String name, MisbehavingServer server) {
    String output = folder.resolve(name).toString();
    SweepSpec spec =
        new SweepSpec(
            "test",
            7,
            output,
            rollouts,
            List.of(server.source("attempts=20")),
            List.of(new TaskSpec(Sums.PLAIN, prompts, Split.TEST)),
            List.of(SamplingWish.of(Sampling.untempered(UnevenServer.MAX_TOKENS))),
            new Framing.Chat(List.of(new ChatMessage(ChatMessage.Role.USER, Framing.PROMPT))),
            Decoding.DEFAULT,
            500,
            0.5);
    SweepResult result =
        new Sweep(LocalSpark.session(), new Loader(), "test").run(spec, progress -> {});
    BooksRow books = result.summary().orElseThrow().books().get(0);
    assertThat(books.requested()).isEqualTo((long) prompts * rollouts);
    assertThat(books.scored() + books.unscored() + books.failed()).isEqualTo(books.requested());
    Query tables = Query.over(LocalSpark.session(), Optional.of(output));
    assertThat(
            tables.json(
                "SELECT DISTINCT text, error FROM rollouts JOIN prompts USING (prompt_id)"
                    + " WHERE error IS NOT NULL"))
        .singleElement()
        .asString()
        .contains("1+3=");
    assertThat(books.failed()).isEqualTo(rollouts);
    return new Outcome(
        tables.json(
            "SELECT r.status AS drawn, s.status AS judged, correct, completion LIKE 'I cannot%' AS"
                + " refusal, count(*) AS n FROM rollouts r LEFT JOIN scores s"
                + " USING (prompt_id, rollout_index) GROUP BY ALL ORDER BY ALL"),
        tables
            .json(
                "SELECT metric, k, value FROM metrics WHERE k = 1 AND metric IN ('pass@k', 'maj@k',"
                    + " 'mean@k') ORDER BY metric")
            .toString(),
        server.requests());
  }
}
