package org.galton.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.galton.chat.ChatMessage;
import org.galton.game.Condition;
import org.galton.game.GroupSearch;
import org.galton.game.Mode;
import org.galton.game.Style;
import org.galton.game.letters.LetterSum;
import org.galton.game.letters.Lexicon;
import org.galton.game.walk.Sampler;
import org.galton.game.walk.Votes;
import org.galton.game.walk.WalkRules;
import org.galton.model.ComputeWish;
import org.galton.reward.budget.KnapsackRule;
import org.galton.reward.budget.StagedBudget;
import org.galton.reward.budget.VarianceRule;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Template;
import org.galton.task.arithmetic.ArithmeticOptions;
import org.galton.task.arithmetic.ArithmeticTask;
import org.galton.task.arithmetic.CountdownOptions;
import org.galton.task.arithmetic.CountdownTask;
import org.galton.task.arithmetic.Operation;
import org.galton.task.group.GroupSearchTask;
import org.galton.task.group.LetterSumOptions;
import org.galton.task.group.LetterSumTask;
import org.galton.task.judge.ExactJudge;
import org.galton.task.judge.NumericJudge;
import org.galton.task.judge.RegexJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SweepSpecTest {
  private static final String SMALL =
      """
      sweep: small
      seed: 42
      output: runs/small
      models: ["builtin:abacus"]
      tasks: [{name: arithmetic, prompts: 8}]
      sampling: {max_tokens: 64}
      rollouts: 16
      """;

  private static Reader open(String path) throws IOException {
    return switch (path) {
      case "data/q.jsonl" ->
          new StringReader(
              """
              {"id": "a", "prompt": "2+2=", "reference": "4"}
              {"id": "b", "prompt": "2+3=", "reference": "5"}
              """);
      case "data/broken.jsonl" ->
          new StringReader(
              """
              {"id": "a", "prompt": "2+2=", "reference": "4"}
              {"id": "b", "prompt": "2+3="}
              {"id": "c", "reference": "5"}
              """);
      default -> throw new FileNotFoundException("File " + path + " does not exist");
    };
  }

  private static SweepSpec read(String text, String... overrides) {
    return SweepSpec.read(
        new SpecSource("jobs/x.yaml", text, List.of(overrides)), SweepSpecTest::open);
  }

  private static List<String> problems(String text, String... overrides) {
    return catchThrowableOfType(InvalidInput.class, () -> read(text, overrides)).problems();
  }

  @Test
  void aPathMayBeginWithTheHomeFolder() {
    SweepSpec spec = read(SMALL, "output=~/runs", "models.0=~/checkpoints/step-8");

    String home = System.getProperty("user.home");
    assertThat(spec.output()).isEqualTo(home + "/runs");
    assertThat(spec.models()).containsExactly(home + "/checkpoints/step-8");
  }

  @ParameterizedTest
  @CsvSource({
    "rollouts, a whole number from 1 to",
    "shard_rollouts, a whole number from 1 to",
    "seed, a whole number of at most 64 bits",
    "failure_budget, a number from 0 to 1",
    "tasks.0.prompts, a whole number from 1 to",
    "sampling.max_tokens, a whole number from 1 to",
    "sampling.temperature, (a number|0 )",
    "sampling.top_k, (a whole number of at most 32 bits|0 )",
    "sampling.top_p, (a number|above 0 and at most 1)",
    "sampling.min_p, (a number|0 .off. or more and below 1)",
    "decoding.slots, a whole number from 1 to",
    "decoding.tasks_per_gpu, a whole number from 1 to",
    "decoding.timeout, 'a number from 0.001 to 31,536,000'",
  })
  void numbersOutOfRangeAreNamed(String key, String expected) {
    for (String value :
        List.of(
            "1000000000000000000000", "1e999", "-1e999", "NaN", ".nan", ".inf", "1e400", "-5")) {
      if (key.equals("seed") && value.equals("-5")) {
        continue;
      }
      String number =
          key.equals("sampling.temperature")
              ? value.replace("1000000000000000000000", "1e400")
              : value;
      String name = key.substring(key.lastIndexOf('.') + 1);
      assertThat(problems(SMALL, key + "=" + number))
          .as("%s=%s", key, number)
          .singleElement()
          .asString()
          .startsWith("Cannot read --set " + key + "=" + number + ": ")
          .contains(name)
          .containsPattern("expected " + expected);
    }
    assertThat(problems(SMALL, key + "="))
        .anySatisfy(
            problem -> assertThat(problem).contains(key.substring(key.lastIndexOf('.') + 1)));
  }

  private static final String BUDGET =
      SMALL.replace(
          "rollouts: 16\n",
          """
          rollouts:
            budget: 200
            per_prompt: [4, 64]
            rule: variance
          """);

  @Test
  void rolloutsMayBeABudgetOfWhichThePilotIsForEveryPrompt() {
    SweepSpec spec = read(BUDGET);

    assertThat(spec.rollouts()).isEqualTo(4);
    assertThat(spec.budget()).hasValue(new StagedBudget(200, 4, 64, new VarianceRule()));
    assertThat(read(spec.toYaml())).isEqualTo(spec);
    assertThat(read(SMALL, "rollouts={budget: 40, per_prompt: [4, 5], rule: knapsack}").budget())
        .hasValue(new StagedBudget(40, 4, 5, KnapsackRule.withDefaults()));
    assertThat(read(BUDGET, "rollouts=16")).isEqualTo(read(SMALL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "budget=39 | line 8: 'budget' is 39: expected from 40 to 512 rollouts of each model and"
            + " sampling for task 'arithmetic', each of its 8 prompts with a pilot of 4, one more,"
            + " and at most 64",
        "budget=513 | line 8: 'budget' is 513: expected from 40 to 512 rollouts of each model and"
            + " sampling for task 'arithmetic', each of its 8 prompts with a pilot of 4, one more,"
            + " and at most 64",
        "per_prompt=[4, 4] | line 9: 'per_prompt' is [4, 4]: expected two numbers, the rollouts of"
            + " the pilot and above them the most of a prompt, such as [8, 64]",
        "per_prompt=[1, 4] | line 9: an item of 'per_prompt' is '1': expected a whole number from 2"
            + " to 1,000,000",
        "rule=neyman | line 10: 'rule' is 'neyman': expected one of knapsack, variance, uniform",
      })
  void aBudgetThatCannotBeSpentIsRefusedInOneLine(String change, String problem) {
    String key = change.substring(0, change.indexOf('='));
    String text =
        BUDGET.replaceFirst(key + ": .*", key + ": " + change.substring(key.length() + 1));

    assertThat(problems(text)).containsExactly("Cannot read jobs/x.yaml " + problem);
  }

  @Test
  void walksHaveNoBudget() {
    String text =
        BUDGET.replace(
            "[{name: arithmetic, prompts: 8}]", "[{name: words, kind: letter-sum, prompts: 8}]");

    assertThat(problems(text))
        .singleElement()
        .asString()
        .contains("walks of task 'words' have none: expected 'rollouts' to be a number");
  }

  @Test
  void fillsInTheDefaults() {
    assertThat(read(SMALL))
        .isEqualTo(
            new SweepSpec(
                "small",
                42,
                "runs/small",
                16,
                List.of("builtin:abacus"),
                List.of(new TaskSpec(ArithmeticTask.withDefaults(), 8, Split.TEST)),
                List.of(maxTokens(64)),
                new Framing.Raw(),
                new Decoding(128, "cpu", ComputeWish.FLOAT32),
                1024,
                0));
  }

  @Test
  void readsEveryKey() {
    SweepSpec spec =
        read(
            """
            sweep: all-keys
            seed: -7
            output: s3a://bucket/runs
            models: ["builtin:abacus@120", models/mine]
            tasks:
              - name: sums
                kind: arithmetic
                operations: [add, sub]
                levels: [2]
                template: "Q: {question} A: "
                prompts: 3
                split: validation
              - name: countdown
                sizes: [4]
                prompts: 5
            sampling:
              - {temperature: 0, max_tokens: 8, defaults: none}
              - {temperature: 0.7, top_k: 40, top_p: 0.9, min_p: 0.05, max_tokens: 9, stop: ["\\n", END]}
            rollouts: 1_000_000
            shard_rollouts: 10
            chat: {system: "Be brief.", user: "Q: {prompt}\\nA:"}
            decoding: {slots: 4, device: gpu, compute: bfloat16, tasks_per_gpu: 5}
            failure_budget: 0.25
            """);
    ArithmeticOptions sums =
        new ArithmeticOptions(
            List.of(Operation.ADD, Operation.SUB), List.of(2), new Template("Q: {question} A: "));
    CountdownOptions countdown = new CountdownOptions(List.of(4), Template.plain());
    assertThat(spec)
        .isEqualTo(
            new SweepSpec(
                "all-keys",
                -7,
                "s3a://bucket/runs",
                1_000_000,
                List.of("builtin:abacus@120", "models/mine"),
                List.of(
                    new TaskSpec(new ArithmeticTask("sums", sums), 3, Split.VALIDATION),
                    new TaskSpec(new CountdownTask("countdown", countdown), 5, Split.TEST)),
                List.of(
                    new SamplingWish(
                        OptionalDouble.of(0),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        8,
                        List.of(),
                        SamplingWish.Source.NONE),
                    new SamplingWish(
                        OptionalDouble.of(0.7),
                        OptionalInt.of(40),
                        OptionalDouble.of(0.9),
                        OptionalDouble.of(0.05),
                        9,
                        List.of("\n", "END"),
                        SamplingWish.Source.CHECKPOINT)),
                new Framing.Chat(
                    List.of(
                        new ChatMessage(ChatMessage.Role.SYSTEM, "Be brief."),
                        new ChatMessage(ChatMessage.Role.USER, "Q: {prompt}\nA:"))),
                new Decoding(4, "gpu", ComputeWish.BFLOAT16, 5, Duration.ZERO),
                10,
                0.25));
    assertThat(read(spec.toYaml())).isEqualTo(spec);
  }

  @Test
  void turnsAsAChatNeedOne() {
    String episodes =
        "tasks=[{name: sums, kind: environment, environment: arithmetic/easy, turns: chat, prompts: 2}]";
    assertThat(problems(SMALL, episodes))
        .singleElement()
        .asString()
        .endsWith(
            "task 'sums' has 'turns: chat', and prompts are raw texts: expected a section 'chat'; add it, or leave out 'turns'");
    SweepSpec spec = read(SMALL, episodes, "chat={system: Be careful.}");
    assertThat(read(spec.toYaml())).isEqualTo(spec);
    assertThat(spec.toYaml()).contains("turns: chat");
  }

  @Test
  void tokensAreKeptWhereOneDecoderTellsThemOfOneAnswer() {
    SweepSpec spec = read(SMALL + "keep: [tokens]\n");
    assertThat(spec.keep()).containsExactly(KeptDetail.TOKENS);
    assertThat(spec.keeping(Set.of())).isEqualTo(read(SMALL));
    assertThat(spec.toYaml()).endsWith("keep:\n- tokens\n");
    assertThat(read(spec.toYaml())).isEqualTo(spec);
    assertThat(problems(SMALL + "keep: [token]\n"))
        .singleElement()
        .asString()
        .contains("did you mean 'tokens'?");

    String others =
        """
        sweep: others
        seed: 1
        output: runs/others
        models: ["endpoint:http://localhost:8000/v1?model=m", scripted:lockstep, models/mine]
        tasks: [{name: tom, kind: group-search, prompts: 2}, {name: chain, kind: letter-sum}]
        sampling: {max_tokens: 4}
        rollouts: 2
        keep: [tokens]
        """;
    assertThat(problems(others))
        .hasSize(4)
        .allSatisfy(problem -> assertThat(problem).contains("line 8"))
        .anySatisfy(problem -> assertThat(problem).contains("of model 'endpoint:http:"))
        .anySatisfy(problem -> assertThat(problem).contains("of model 'scripted:lockstep'"))
        .anySatisfy(problem -> assertThat(problem).contains("of task 'tom', whose rollouts"))
        .anySatisfy(problem -> assertThat(problem).contains("of task 'chain', whose rollouts"));
  }

  @Test
  void writesEveryKeyResolved() {
    assertThat(read(SMALL).toYaml())
        .isEqualTo(
            """
            sweep: small
            seed: 42
            output: runs/small
            models:
            - builtin:abacus
            tasks:
            - name: arithmetic
              kind: arithmetic
              operations:
              - add
              - sub
              - mul
              levels:
              - 1
              - 2
              - 3
              - 4
              template: |
                {question}
              prompts: 8
              split: test
            sampling:
            - max_tokens: 64
              stop: []
              defaults: checkpoint
            rollouts: 16
            shard_rollouts: 1024
            decoding:
              slots: 128
              device: cpu
              compute: float32
              tasks_per_gpu: 2
            failure_budget: 0.0
            """);
  }

  private static SamplingWish maxTokens(int most) {
    return new SamplingWish(
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        most,
        List.of(),
        SamplingWish.Source.CHECKPOINT);
  }

  @Test
  void chatOfItsOwnKeysOnlyIsThePromptAlone() {
    SweepSpec spec = read(SMALL, "chat={}");
    assertThat(spec.framing())
        .isEqualTo(new Framing.Chat(List.of(new ChatMessage(ChatMessage.Role.USER, "{prompt}"))));
    assertThat(read(spec.toYaml())).isEqualTo(spec);
  }

  @Test
  void namesWhatIsWrongWithAChat() {
    assertThat(problems(SMALL, "chat={user: Go, sytem: x}", "decoding.compute=float64"))
        .containsExactly(
            "Cannot read --set chat={user: Go, sytem: x}: Invalid user 'Go': expected a text with"
                + " {prompt}",
            "Cannot read --set chat={user: Go, sytem: x}: unknown key 'sytem' (did you mean"
                + " 'system'?)",
            "Cannot read --set decoding.compute=float64: 'compute' is 'float64': expected one of"
                + " float32, bfloat16, float16, int8, auto (did you mean 'float32'?)");
    assertThat(problems(SMALL, "sampling.defaults=model"))
        .containsExactly(
            "Cannot read --set sampling.defaults=model: 'defaults' is 'model': expected one of"
                + " checkpoint, none");
  }

  @Test
  void appliesOverrides() {
    SweepSpec spec =
        read(
            SMALL,
            "rollouts=32",
            "tasks.0.prompts=9",
            "sampling.temperature=0.5",
            "decoding.slots=2");
    assertThat(spec.rollouts()).isEqualTo(32);
    assertThat(spec.tasks().get(0).prompts()).isEqualTo(9);
    assertThat(spec.samplings().get(0).temperature()).hasValue(0.5);
    assertThat(spec.decoding()).isEqualTo(new Decoding(2, "cpu"));
  }

  @Test
  void aGpuBeginsWithALargerBatch() {
    assertThat(read(SMALL).decoding().slots()).isEqualTo(128);
    assertThat(read(SMALL, "decoding.device=gpu").decoding().slots()).isEqualTo(1024);
    assertThat(read(SMALL, "decoding={device: gpu, slots: 7}").decoding().slots()).isEqualTo(7);
  }

  @Test
  void reportsEverythingThatIsWrongAtOnce() {
    assertThat(
            problems(
                """
                sweep: Small
                rolouts: 16
                models: ["builtin:abacus", "builtin:abacus"]
                tasks:
                  - {name: arithmetic, prompts: 0, operations: [add, div]}
                  - {name: arithmetic, prompts: 8, split: tset}
                  - {name: countdown, prompts: 8, sizes: [5]}
                  - {name: arithmtic, prompts: 8, levels: [1]}
                  - {name: mine, kind: json, path: x}
                sampling:
                  - {temperature: -1, top_k: -1, top_p: 0, min_p: 1, max_tokens: 0, stop: [""]}
                output: runs/small
                decoding: {slots: 0, device: tpu}
                failure_budget: 1.01
                """,
                "seed=many"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 1: 'sweep' is 'Small': expected a name of lower-case"
                + " letters, digits and -",
            "Cannot read jobs/x.yaml line 2: unknown key 'rolouts' (did you mean 'rollouts'?)",
            "Cannot read jobs/x.yaml line 3: 'models' has 'builtin:abacus' twice: expected each"
                + " item once",
            "Cannot read jobs/x.yaml line 5: an item of 'operations' is 'div': expected one of add,"
                + " sub, mul",
            "Cannot read jobs/x.yaml line 5: 'prompts' is '0': expected a whole number from 1 to"
                + " 10,000,000",
            "Cannot read jobs/x.yaml line 6: 'split' is 'tset': expected one of train, validation,"
                + " test (did you mean 'test'?)",
            "Cannot read jobs/x.yaml line 7: an item of 'sizes' is '5': expected a whole number"
                + " from 3 to 4",
            "Cannot read jobs/x.yaml line 8: 'name' is 'arithmtic', which is no kind of task:"
                + " expected one of sums, arithmetic, countdown, group-search, letter-sum, facts,"
                + " secret, environment, team, jsonl, benchmark, or a key 'kind' that is (did you mean 'arithmetic'?)",
            "Cannot read jobs/x.yaml line 9: 'kind' is 'json': expected one of sums,"
                + " arithmetic, countdown, group-search, letter-sum, facts, secret, environment, team, jsonl,"
                + " benchmark (did you mean 'jsonl'?)",
            "Cannot read jobs/x.yaml line 11: Invalid temperature -1.0: expected 0 or more",
            "Cannot read jobs/x.yaml line 11: Invalid top_k -1: expected 0 (off) or more",
            "Cannot read jobs/x.yaml line 11: Invalid top_p 0.0: expected above 0 and at most 1",
            "Cannot read jobs/x.yaml line 11: Invalid min_p 1.0: expected 0 (off) or more and below"
                + " 1",
            "Cannot read jobs/x.yaml line 11: 'max_tokens' is '0': expected a whole number from 1"
                + " to 1,000,000",
            "Cannot read jobs/x.yaml line 11: an item of 'stop' is '': expected a text that is not"
                + " empty",
            "Cannot read jobs/x.yaml line 13: 'device' is 'tpu': expected one of cpu, gpu (did you"
                + " mean 'cpu'?)",
            "Cannot read jobs/x.yaml line 13: 'slots' is '0': expected a whole number from 1 to"
                + " 65,536",
            "Cannot read jobs/x.yaml line 14: 'failure_budget' is '1.01': expected a number from 0"
                + " to 1",
            "Cannot read --set seed=many: 'seed' is 'many': expected a whole number of at most 64"
                + " bits");
  }

  @Test
  void readsGames() {
    SweepSpec spec =
        read(
            SMALL,
            "tasks=[{name: tom, kind: group-search, condition: tom, mode: mean, style: marks,"
                + " players: 7, rounds: 9, prompts: 5}, {name: group-search, prompts: 6}]");

    assertThat(spec.tasks())
        .containsExactly(
            new TaskSpec(
                new GroupSearchTask(
                    "tom", new GroupSearch(Condition.TOM, Mode.MEAN, Style.MARKS, 7, 9)),
                5,
                Split.TEST),
            new TaskSpec(
                new GroupSearchTask("group-search", GroupSearch.defaults()), 6, Split.TEST));
    assertThat(read(spec.toYaml())).isEqualTo(spec);
    assertThat(
            problems(
                SMALL,
                "tasks=[{name: group-search, prompts: 6, players: 21, condition: plane, modus:"
                    + " sum}]"))
        .extracting(problem -> problem.substring(problem.indexOf("…: ") + 3))
        .containsExactly(
            "'condition' is 'plane': expected one of plain, persona, tom (did you mean 'plain'?)",
            "'players' is '21': expected a whole number from 2 to 20",
            "unknown key 'modus' (did you mean 'mode'?)");
  }

  @Test
  void readsWalks() {
    SweepSpec spec =
        read(
            SMALL,
            "tasks=[{name: pool, kind: letter-sum}, {name: chain, kind: letter-sum, sampler: chain,"
                + " steps: 50, votes: 5:3, words: any, sum: 3, style: marks, starts: [ab, ba]}]");

    assertThat(spec.tasks())
        .containsExactly(
            new TaskSpec(new LetterSumTask("pool", LetterSumOptions.defaults()), 1, Split.TEST),
            new TaskSpec(
                new LetterSumTask(
                    "chain",
                    new LetterSumOptions(
                        new WalkRules(Sampler.CHAIN, new Votes(5, 3), 50),
                        new LetterSum(3, Lexicon.ANY, Style.MARKS),
                        List.of("ab", "ba"))),
                2,
                Split.TEST));
    assertThat(read(spec.toYaml())).isEqualTo(spec);
  }

  @Test
  void readsTheWalksOfTheEmbeddedWalker() throws IOException {
    SweepSpec spec = read(Files.readString(Path.of("jobs/letter-sum.yaml")));

    assertThat(spec.tasks())
        .extracting(TaskSpec::prompts)
        .as("starts")
        .containsExactly(1, 1, 5, 5, 5);
    assertThat(spec.tasks())
        .extracting(
            task ->
                task.prompts()
                    * spec.rollouts()
                    * ((LetterSumTask) task.task()).walkRules().steps())
        .as("steps")
        .containsExactly(20_000, 20_000, 10_000, 10_000, 10_000);
    assertThat(read(spec.toYaml())).isEqualTo(spec);
  }

  @Test
  void saysWhatIsWrongWithAWalk() {
    assertThat(
            walkProblems(
                "{name: letter-sum, sampler: pol, steps: 2001, votes: 3, words: some, prompt: 1}"))
        .containsExactly(
            "'sampler' is 'pol': expected one of pool, chain (did you mean 'pool'?)",
            "'steps' is '2001': expected a whole number from 1 to 2,000",
            "'votes' is '3': expected draws:accept, such as 5:3 for what three of five answers"
                + " agree on",
            "'words' is 'some': expected one of listed, any",
            "unknown key 'prompt' (did you mean 'prompts'?)");
    assertThat(walkProblems("{name: letter-sum, votes: 4:2}"))
        .containsExactly(
            "Invalid votes 4:2: expected 1 to 20 draws, of which more than half are to agree");
    assertThat(walkProblems("{name: letter-sum, starts: [buzzy, attorney]}"))
        .containsExactly("Invalid start 'attorney': its letters sum to 118, expected 100");
    assertThat(walkProblems("{name: letter-sum, sum: 90}"))
        .containsExactly(
            "Invalid sum 90: the list has only words that sum to 100; expected that, or words:"
                + " any");
    assertThat(walkProblems("{name: letter-sum, sum: 3, words: any, starts: [ab], prompts: 2}"))
        .containsExactly("'prompts' is '2': expected a whole number from 1 to 1");
  }

  private static List<String> walkProblems(String task) {
    return problems(SMALL, "tasks=[" + task + "]").stream()
        .map(problem -> problem.replaceFirst("^Cannot read --set .*?(\\]|…): ", ""))
        .toList();
  }

  @Test
  void namesEveryMissingKey() {
    assertThat(problems("sweep: small\n"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 1: missing key 'seed': expected a whole number of at most"
                + " 64 bits",
            "Cannot read jobs/x.yaml line 1: missing key 'output': expected text",
            "Cannot read jobs/x.yaml line 1: missing key 'models': expected a list of at least one"
                + " item, each text",
            "Cannot read jobs/x.yaml line 1: missing key 'tasks': expected a list of at least one"
                + " mapping",
            "Cannot read jobs/x.yaml line 1: missing key 'sampling': expected a mapping, or a list"
                + " of at least one",
            "Cannot read jobs/x.yaml line 1: missing key 'rollouts': expected a whole number from 1"
                + " to 1,000,000");
  }

  @Test
  void wantsTasksAndSamplingsToDiffer() {
    assertThat(
            problems(
                SMALL,
                "tasks=[{name: countdown, prompts: 1}, {name: countdown, prompts: 2}]",
                "sampling=[{max_tokens: 4}, {max_tokens: 4, stop: []}]"))
        .containsExactly(
            "Cannot read --set tasks=[{name: countdown, prompts: 1}, {name: countdown, prompts:"
                + " 2}]: 'name' is 'countdown' again: expected every task to have its own",
            "Cannot read --set sampling=[{max_tokens: 4}, {max_tokens: 4, stop: []}]:"
                + " the same sampling twice: expected every one to differ");
  }

  @Test
  void aModelBehindAServerIsCheckedWithoutShowingWhatMayBeAKey() {
    String model = "endpoint:http://localhost:8000/v1?model=Qwen/Qwen3-8B&n=4";
    SweepSpec spec = read(SMALL, "models=['" + model + "']");
    assertThat(spec.models()).containsExactly(model);
    assertThat(read(spec.toYaml())).isEqualTo(spec);

    String wrong = SMALL.replace("builtin:abacus", "endpoint:http://h/v1?model=m&key=sk-5ecret");
    assertThat(problems(wrong))
        .singleElement()
        .asString()
        .endsWith(
            ": Cannot read model endpoint:http://h/v1: unknown key 'key': expected one of model,"
                + " revision, key_variable, in_flight, timeout, attempts, n, omit, max_tokens_key");
  }

  @Test
  void aCheckpointWithAnAdapterIsOneNameHoweverItIsWritten() {
    String one = "builtin:abacus@120+adapter:runs/odd +adapter: 'x'";
    String models =
        "models=[builtin:abacus@120, {base: builtin:abacus@120, adapter: \"runs/odd +adapter:"
            + " 'x'\"}, {adapter: ~/b, base: ~/a}]";
    SweepSpec spec = read(SMALL, models);
    String home = System.getProperty("user.home");

    assertThat(spec.models())
        .containsExactly("builtin:abacus@120", one, "%1$s/a+adapter:%1$s/b".formatted(home));
    assertThat(read(spec.toYaml())).isEqualTo(spec);
    assertThat(read(SMALL, "models.0=~/a+adapter:~/b").models())
        .containsExactly("%1$s/a+adapter:%1$s/b".formatted(home));
    assertThat(read(SMALL, "keep=[tokens]", models).models()).isEqualTo(spec.models());
  }

  @Test
  void aModelWithItsEngineIsOneNameHoweverItIsWritten() {
    SweepSpec spec =
        read(
            SMALL,
            "models=[{serve: a/b, engine: vllm, version: \"0.11.0\", arguments: \"--dtype half\"},"
                + " {serve: 'builtin:abacus', in_flight: 8}]");
    assertThat(spec.models())
        .containsExactly(
            "serve:a/b?engine=vllm&version=0.11.0&arguments=--dtype%20half",
            "serve:builtin:abacus?in_flight=8");
    assertThat(read(spec.toYaml())).isEqualTo(spec);
    assertThat(problems(SMALL, "models=[{serve: a, engine: vllm}]"))
        .anySatisfy(found -> assertThat(found).contains("missing key 'version'"));
    assertThat(problems(SMALL, "models=[{serve: a, flight: 8}]"))
        .anySatisfy(found -> assertThat(found).contains("unknown key 'flight'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {base: a} | missing key 'adapter': expected text
          {base: a, adapter: b, scale: 2} | unknown key 'scale': expected one of base, adapter
          {base: a+adapter:b, adapter: c} | Invalid base 'a+adapter:b' of an adapter: its name has '+adapter:'
          {base: 'scripted:lockstep', adapter: c} | its base is of kind 'scripted', expected a checkpoint directory or a builtin: model
          {base: run/step-*, adapter: c} | Invalid base 'run/step-*' of an adapter: expected one checkpoint, without *
          'a+adapter:' | Invalid model 'a+adapter:': expected BASE+adapter:FOLDER
          {base: a, adapter: b}, a+adapter:b | 'models' has 'a+adapter:b' twice: expected each item once
          """)
  void anAdapterWithoutAProperBaseIsRefused(String models, String problem) {
    assertThat(problems(SMALL, "models=[" + models + "]"))
        .anySatisfy(found -> assertThat(found).contains(problem));
  }

  @Test
  void wantsATemplateToHoldTheQuestion() {
    assertThat(problems(SMALL, "tasks.0.template=Go"))
        .containsExactly(
            "Cannot read --set tasks.0.template=Go: Invalid template 'Go': expected a text with"
                + " {question}");
  }

  @Test
  void readsQuestionFilesWithEveryJudge() {
    SweepSpec spec =
        read(
            SMALL,
            """
            tasks=[
            {name: a, kind: jsonl, path: data/q.jsonl, judge: exact, ignore_case: true},
            {name: b, kind: jsonl, path: data/q.jsonl, judge: numeric, marker: "=", tolerance: 10},
            {name: c, kind: jsonl, path: data/q.jsonl, judge: regex, pattern: "is ([0-9]+)", prompts: 1},
            {name: d, kind: jsonl, path: data/q.jsonl, judge: numeric, template: "Q: {question}"}]
            """);
    assertThat(spec.tasks()).extracting(TaskSpec::prompts).containsExactly(2, 2, 1, 2);
    assertThat(spec.tasks())
        .extracting(task -> task.task().scorer())
        .containsExactly(
            new ExactJudge(ExactJudge.LetterCase.IGNORED).scorer(),
            new NumericJudge("=", BigDecimal.TEN).scorer(),
            new RegexJudge("is ([0-9]+)").scorer(),
            NumericJudge.withDefaults().scorer());
    assertThat(spec.tasks().get(0).task().prompts(Split.TEST, 2, 1))
        .extracting(Prompt::text)
        .containsExactlyInAnyOrder("2+2=", "2+3=");
    assertThat(spec.tasks().get(3).task().prompts(Split.TEST, 2, 1))
        .extracting(Prompt::text)
        .containsExactlyInAnyOrder("Q: 2+2=", "Q: 2+3=");
    assertThat(read(spec.toYaml())).isEqualTo(spec);
  }

  @Test
  void namesWhatIsWrongWithAQuestionFileAndItsJudge() {
    assertThat(
            problems(
                SMALL.replace(
                    "tasks: [{name: arithmetic, prompts: 8}]",
                    """
                    tasks:
                      - {name: a, kind: jsonl, path: data/none.jsonl, judge: exact}
                      - {name: b, kind: jsonl, path: data/q.jsonl, judge: numeric, prompts: 3}
                      - {name: c, kind: jsonl, path: data/q.jsonl, judge: regex, pattern: "[0-9]+"}
                      - {name: d, kind: jsonl, path: data/q.jsonl, judge: numeric, tolerance: -1}
                      - {name: e, kind: jsonl, path: data/q.jsonl, judge: numbers, tolerance: 1}
                      - {name: f, kind: jsonl, path: data/broken.jsonl, judge: numeric}\
                    """)))
        .containsExactly(
            "Cannot read jobs/x.yaml line 6: 'path' is 'data/none.jsonl': expected a file that"
                + " exists",
            "Cannot read jobs/x.yaml line 7: 'prompts' is '3': expected a whole number from 1 to 2",
            "Cannot read jobs/x.yaml line 8: Invalid pattern '[0-9]+': it has 0 capture groups,"
                + " expected 1 around the answer; write the others as (?:…)",
            "Cannot read jobs/x.yaml line 9: 'tolerance' is '-1': expected a decimal number such as"
                + " 0.01",
            "Cannot read jobs/x.yaml line 10: 'judge' is 'numbers': expected one of exact, regex,"
                + " text, includes, numeric, math, choice, json-schema, ifeval, code, command,"
                + " model (did you mean 'numeric'?)",
            "Cannot read data/broken.jsonl line 2: no 'reference',"
                + " expected {\"id\": …, \"prompt\": …, \"reference\": …}",
            "Cannot read data/broken.jsonl line 3: no 'prompt',"
                + " expected {\"id\": …, \"prompt\": …, \"reference\": …}");
  }

  @ParameterizedTest
  @MethodSource("specsThatComeWithGalton")
  void readsTheSpecsThatComeWithGalton(Path path) throws IOException {
    SpecSource source = new SpecSource(path.toString(), Files.readString(path), List.of());
    SweepSpec spec = SweepSpec.read(source, SweepSpecTest::open);
    assertThat(path).hasFileName(spec.sweep() + ".yaml");
    assertThat(read(spec.toYaml())).isEqualTo(spec);
  }

  private static List<Path> specsThatComeWithGalton() throws IOException {
    try (Stream<Path> jobs = Files.list(Path.of("jobs"))) {
      return jobs.filter(Files::isRegularFile)
          .filter(
              path ->
                  !path.getFileName().toString().matches("((train|reinforce)-.*|playbook\\.yaml)"))
          .toList();
    }
  }

  @Test
  void gatesAndTimeoutsAreReadAndWritten() {
    SweepSpec spec =
        read(
            SMALL
                + """
                decoding: {timeout: 1.5}
                gates: [pass@8 drops by more than 0.02, mean@n rises by more than .1, pass@1 below 0.5]
                """);

    assertThat(spec.decoding().timeout()).isEqualTo(Duration.ofMillis(1500));
    assertThat(spec.gates())
        .containsExactly(
            new GateRule("pass@8", GateRule.Direction.DROPS, 0.02),
            new GateRule("mean@n", GateRule.Direction.RISES, 0.1),
            new GateRule("pass@1", GateRule.Direction.BELOW, 0.5));
    assertThat(read(spec.toYaml())).isEqualTo(spec);
  }

  @Test
  void gatesThatNoRunCouldJudgeAreRefused() {
    assertThat(
            problems(
                SMALL
                    + "gates: [pass falls, pass@32 drops by more than 0, pass@3 drops by more than"
                    + " 0, pass@32 below 0.5, maj@8 below 1, truncation_rate above 0.1]"))
        .containsExactly(
            "Cannot read jobs/x.yaml line 8: Invalid gate 'pass falls': expected 'METRIC"
                + " drops|rises by more than NUMBER', METRIC being pass@K, mean@n or maj@n, as in"
                + " 'pass@1 drops by more than 0.02', or 'FIGURE below|above NUMBER', as in"
                + " 'pass@1 below 0.5'",
            "Cannot read jobs/x.yaml line 8: gate 'pass@32 drops by more than 0' is about"
                + " pass@32: expected pass@K with K a power of two up to the 16 rollouts",
            "Cannot read jobs/x.yaml line 8: gate 'pass@3 drops by more than 0' is about pass@3:"
                + " expected pass@K with K a power of two up to the 16 rollouts",
            "Cannot read jobs/x.yaml line 8: gate 'pass@32 below 0.5' is about pass@32: expected"
                + " pass@K with K a power of two up to the 16 rollouts",
            "Cannot read jobs/x.yaml line 8: gate 'maj@8 below 1' is about maj@8: expected pass@K"
                + " or one of mean@n, maj@n, all_wrong, all_correct, zero_variance,"
                + " truncation_rate, completion_tokens");
  }
}
