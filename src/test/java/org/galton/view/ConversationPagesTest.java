package org.galton.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.galton.game.Condition;
import org.galton.game.GroupSearch;
import org.galton.game.Position;
import org.galton.game.Style;
import org.galton.game.letters.LetterSum;
import org.galton.game.letters.Lexicon;
import org.galton.game.letters.WordList;
import org.galton.game.walk.Sampler;
import org.galton.game.walk.Votes;
import org.galton.game.walk.WalkRules;
import org.galton.task.Environment;
import org.galton.task.Prompt;
import org.galton.task.PromptId;
import org.galton.task.Split;
import org.galton.task.environment.EnvironmentTask;
import org.galton.task.environment.EpisodeOptions;
import org.galton.task.group.GroupSearchTask;
import org.galton.task.group.LetterSumOptions;
import org.galton.task.group.LetterSumTask;
import org.galton.view.engine.EngineLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of games and walks that Galton's models played, and of what only looks like them. */
final class ConversationPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NUMBER =
      Pattern.compile("<span class=\"who\">(player-[0-9]{2})[^<]*</span> [^\n]*<b>([0-9]+)</b>");
  private static final Pattern TOLD = Pattern.compile("host</span> <b[^>]*>([a-z ]+)</b>");
  private static final Pattern STEP =
      Pattern.compile("<li>([a-z]+)(?: → <b>([a-z]+)</b>)? <span class=\"([a-z]+)\">");
  private static final Pattern EXCERPT = Pattern.compile("<td class=\"excerpt\">([^<]*)</td>");
  private static final String ATTACK = "</pre><script>alert(1)</script>\u202e";

  private static final GroupSearchTask GAME =
      new GroupSearchTask(
          "tom",
          GroupSearch.defaults()
              .withCondition(Condition.TOM)
              .withStyle(Style.MARKS)
              .withPlayers(3)
              .withRounds(6));

  private static final GroupSearchTask PROSE =
      new GroupSearchTask("prose", GroupSearch.defaults().withPlayers(2).withRounds(3));

  @TempDir static Path folder;

  private static ViewedGames output;
  private static Viewer viewer;
  private static ViewClient client;

  @BeforeAll
  static void start() throws Exception {
    output = ViewedGames.in(folder);
    output.write(prompt("any", "6 · 7"), List.of("42"));
    viewer = Viewer.start(List.of(folder.toString()), 0, EngineLimits.withDefaults());
    client = ViewClient.of(viewer);
  }

  @AfterAll
  static void stop() {
    viewer.close();
  }

  private static LetterSumTask walk(String name, Sampler sampler, Votes votes, int steps) {
    return new LetterSumTask(
        name,
        LetterSumOptions.defaults()
            .withWalk(new WalkRules(sampler, votes, steps))
            .withWords(new LetterSum(100, Lexicon.LISTED, Style.MARKS)));
  }

  private static List<String> pages(String task) throws Exception {
    List<String> pages = new ArrayList<>();
    for (String rollout : client.allRollouts("/1/rollouts?task=" + task)) {
      pages.add(client.page("/1/" + rollout));
    }
    return pages;
  }

  private static List<String> excerpts(String task) throws Exception {
    return EXCERPT
        .matcher(client.page("/1/rollouts?task=" + task))
        .results()
        .map(excerpt -> excerpt.group(1))
        .toList();
  }

  private static List<JsonNode> lines(String transcript) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : transcript.strip().split("\n", -1)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  @Test
  void aGameIsShownRoundByRoundAsItIsStored() throws Exception {
    List<String> games = output.draw("builtin:crowd", GAME, 2);
    List<String> pages = pages("tom");
    List<String> excerpts = excerpts("tom");
    assertThat(pages).hasSize(games.size());
    for (int game = 0; game < games.size(); game++) {
      List<JsonNode> rounds = lines(games.get(game));
      List<String> numbers = new ArrayList<>();
      rounds.forEach(
          round -> {
            for (int seat = 0; seat < 3; seat++) {
              numbers.add("player-0%d %s".formatted(seat + 1, round.at("/guesses/" + seat)));
            }
          });
      String page = pages.get(game);
      assertThat(NUMBER.matcher(page).results().map(said -> said.group(1) + " " + said.group(2)))
          .containsExactlyElementsOf(numbers);
      assertThat(TOLD.matcher(page).results().map(told -> told.group(1)))
          .containsExactlyElementsOf(
              rounds.stream().map(round -> round.path("feedback").asText()).toList());
      assertThat(page)
          .contains("<ol class=\"rounds\" role=\"list\" aria-label=\"Rounds\">", "<h3>Round 1</h3>")
          .contains("<summary>The text as it is stored</summary><pre", "{&quot;round&quot;:1,");
      boolean solved = rounds.get(rounds.size() - 1).path("feedback").asText().equals("correct");
      assertThat(excerpts.get(game))
          .isEqualTo(
              solved ? "solved in round " + rounds.size() : rounds.size() + " rounds, not solved");
    }
  }

  @Test
  void aWalkIsShownStepByStepAsItIsStored() throws Exception {
    LetterSumTask task = walk("pool", Sampler.POOL, Votes.NONE, 25);
    List<String> walks = output.draw("builtin:rambler", task, 2);
    List<String> pages = pages("pool");
    for (int walk = 0; walk < walks.size(); walk++) {
      Set<String> known = new HashSet<>(Set.of("buzzy"));
      List<String> expected = new ArrayList<>();
      for (JsonNode step : lines(walks.get(walk))) {
        String source = step.path("source").asText();
        String target = step.path("target").asText("");
        boolean moves = !target.isEmpty() && !target.equals(source);
        String kind =
            target.isEmpty() ? "escape" : !moves ? "stayed" : known.add(target) ? "new" : "again";
        expected.add(source + " " + (moves ? target : null) + " " + kind);
      }
      assertThat(
              STEP.matcher(pages.get(walk))
                  .results()
                  .map(step -> step.group(1) + " " + step.group(2) + " " + step.group(3)))
          .hasSize(25)
          .containsExactlyElementsOf(expected);
      assertThat(pages.get(walk)).contains("was in %d words.".formatted(known.size()));
    }
    assertThat(excerpts("pool")).containsExactly("25 steps from buzzy", "25 steps from buzzy");
  }

  private static Prompt prompt(String task, String text) {
    String id = PromptId.of(task, text, "60");
    return new Prompt(id, task, id, text, "60", Map.of());
  }

  private static Prompt first(Environment task) {
    return task.prompts(Split.TEST, 1, 42).get(0);
  }

  private static String played(Environment task, List<List<String>> rounds) {
    Position position = task.start(first(task), 1);
    for (List<String> answers : rounds) {
      position = position.after(answers);
    }
    return position.transcript();
  }

  @Test
  void votesAndRefusedWordsSayWhy() throws Exception {
    LetterSumTask task = walk("votes", Sampler.CHAIN, new Votes(3, 2), 4);
    String text =
        played(
            task,
            List.of(
                List.of("attitude", "Attitude.", "zz"),
                List.of("buzzy", "attitude", "stockier"),
                List.of("abc", "<i>two words</i>", "zzzv"),
                List.of("buzzy", "buzzy", "buzzy")));
    output.write(first(task), List.of(text));
    assertThat(pages("votes").get(0))
        .contains(
            "buzzy → <b>attitude</b> <span class=\"new\">new</span> <q>attitude</q>"
                + " <q>Attitude.</q> <q>zz</q> <span>(its letters sum to 52)</span>",
            "attitude <span class=\"stayed\">stayed: no agreement</span>",
            "attitude <span class=\"escape\">no word that counts</span> <q>abc</q>"
                + " <span>(its letters sum to 6)</span> <q>&lt;i&gt;two words&lt;/i&gt;</q>"
                + " <span>(not one word)</span> <q>zzzv</q> <span>(not in the list)</span>",
            "attitude → <b>buzzy</b> <span class=\"again\">again: the start</span>",
            "moved in 2 of 4 steps and was in 2 words.");
  }

  @Test
  void anEpisodeIsShownTurnByTurnWithItsBoards() throws Exception {
    EnvironmentTask task = new EnvironmentTask("towers", EpisodeOptions.of("hanoi/easy"));
    String text =
        played(
            task,
            List.of(
                List.of("I move the smallest. " + ATTACK + " \\boxed{A C}"),
                List.of("\\boxed{A C}"),
                List.of("no idea")));
    output.write(first(task), List.of(text, text.replace("A: 3 2", "A: 3 1")));
    assertThat(excerpts("towers").get(0)).isEqualTo("format error after 3 turns");
    List<String> pages = pages("towers");
    assertThat(pages.get(0))
        .doesNotContain("<script>alert", "\u202e")
        .contains(
            "The episode ended after 3 of at most 10 turns: format error.",
            "<pre class=\"text\">A: 3 2 1\nB:\nC:</pre>",
            "<b>A C</b>",
            "<pre class=\"text\">A: 3 2\nB:\nC: 1</pre>",
            "Disk 2 may not lie on a smaller one.",
            "<span class=\"alarm\">no action</span>",
            "reward −0.100");
    assertThat(pages.get(1)).doesNotContain("The episode ended");
  }

  @Test
  void hostileAnswersStayTextAndSayWhatTheyCountAs() throws Exception {
    String text =
        played(
            PROSE,
            List.of(
                List.of("I think of the others. guess=7 " + ATTACK, "no idea <img src=x>"),
                List.of("guess=900", "0"),
                List.of("0", "0")));
    output.write(first(PROSE), List.of(text));
    assertThat(pages("prose").get(0))
        .doesNotContain("<script>", "<img", "\u202e")
        .contains(
            "guess=7 &lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;\\u{202e}</span>"
                + " <span class=\"who\">counts as</span> <b>7</b>",
            "<b>25</b> <span class=\"alarm\">no number</span>",
            "<b>50</b> <span class=\"alarm\">out of range</span>",
            "Round 2: you named 50;");
  }

  /** As long as a walk may be. */
  @Test
  void aLongWalkSaysHowManyStepsMoreThereAre() throws Exception {
    LetterSumTask task = walk("long", Sampler.CHAIN, Votes.NONE, WalkRules.MOST_STEPS);
    List<String> words = WordList.words();
    List<List<String>> answers = new ArrayList<>();
    for (int step = 0; step < WalkRules.MOST_STEPS; step++) {
      answers.add(List.of(words.get(step % words.size())));
    }
    output.write(first(task), List.of(played(task, answers)));
    String page = pages("long").get(0);
    assertThat(STEP.matcher(page).results()).hasSize(300);
    assertThat(page).contains("1,700 further steps follow.", "further words.");
    assertThat(excerpts("long")).containsExactly("2,000 steps from buzzy");
  }

  @Test
  void whatIsNoWholeGameStaysText() throws Exception {
    String whole = played(PROSE, Collections.nCopies(3, List.of("guess=0", "guess=0")));
    String giant =
        "{\"round\":1,\"answers\":[" + "1,".repeat(400_000) + "1],\"feedback\":\"too low\"}\n";
    String deep = "{\"round\":1,\"answers\":" + "[".repeat(100_000) + "\n";
    List<String> broken =
        List.of(
            whole.substring(0, whole.length() - 1),
            whole + whole,
            whole.replace("\"guesses\":[0,0]", "\"guesses\":[0,51]"),
            whole.replace("too low", "too high"),
            whole.replace("\"round\":2", "\"round\":{}"),
            giant,
            deep,
            "[]\n",
            "");
    output.write(prompt("broken", first(PROSE).text()), broken);
    assertThat(pages("broken"))
        .hasSize(broken.size())
        .allSatisfy(
            page ->
                assertThat(page)
                    .contains("<pre class=\"text completion\">")
                    .doesNotContain("class=\"rounds\"", "The text as it is stored"));
    assertThat(excerpts("broken").get(5)).startsWith("{&quot;round&quot;:1,");
  }

  @Test
  void aGameOfAnotherPromptStaysText() throws Exception {
    String whole = played(PROSE, Collections.nCopies(3, List.of("guess=0", "guess=0")));
    output.write(prompt("other", "Play a game."), List.of(whole));
    assertThat(pages("other").get(0)).doesNotContain("class=\"rounds\"");
  }

  @Test
  void aPromptOfMessagesIsAConversation() throws Exception {
    String messages =
        "[{\"role\":\"system\",\"content\":\"Be <b>brief</b>.\"},"
            + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"6 · 7\"}]}]";
    Prompt chat = prompt("chat", messages);
    output.write(chat, List.of("42"));
    String ofPrompt = client.page("/1/prompt?task=chat&prompt_id=" + chat.id());
    for (String page : List.of(pages("chat").get(0), ofPrompt)) {
      assertThat(page)
          .contains(
              "<li><h3>system</h3><pre class=\"text\">Be &lt;b&gt;brief&lt;/b&gt;.</pre></li>",
              "<li><h3>user</h3><pre class=\"text\">6 · 7</pre></li>",
              "<details><summary>The text as it is stored</summary>")
          .doesNotContain("<b>brief");
    }
    for (String other :
        List.of(
            "[{\"role\":\"user\"}]",
            "[{\"role\":\"user\",\"content\":{\"text\":\"x\"}}]",
            "[{\"role\":\"user\",\"content\":[{\"image\":\"x\"}]}]",
            "[{\"role\":\"user\",\"content\":\"x\"},",
            "[{\"role\":\"" + "[".repeat(100_000))) {
      Prompt text = prompt("text" + other.length(), other);
      output.write(text, List.of("42"));
      assertThat(client.page("/1/prompt?task=%s&prompt_id=%s".formatted(text.task(), text.id())))
          .contains("<pre class=\"text\">[{&quot;role&quot;")
          .doesNotContain("class=\"rounds");
    }
  }
}
