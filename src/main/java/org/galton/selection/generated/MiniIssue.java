package org.galton.selection.generated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.galton.numerics.SplitMix64;
import org.galton.program.Program;
import org.galton.selection.Issue;
import org.galton.selection.Patch;

/**
 * A repository with one bug, by number and seed. The bug is one mutation that changes at least two
 * of 40 hidden answers; a patch resolves the issue where all hidden answers are the reference's.
 * Patches are the buggy repository with one slot changed. Which are tried, and what test patches
 * expect, follows from the seed, the issue's number and the stand-ins' skill alone.
 */
public final class MiniIssue {
  private static final int HIDDEN = 40;
  private static final int LEAST_WRONG = 2;
  private static final int MODULUS = 97;

  private final long seed;
  private final Repository reference;
  private final Repository.Edit bug;
  private final Repository buggy;
  private final List<List<Long>> hidden = new ArrayList<>();
  private final List<Optional<Object>> expected = new ArrayList<>();
  private final Map<String, Program> programs = new HashMap<>();
  private final Map<String, Map<List<Long>, Optional<Object>>> answers = new HashMap<>();
  private long runs;

  private MiniIssue(long seed, Repository reference, Repository.Edit bug, SplitMix64 random) {
    this.seed = seed;
    this.reference = reference;
    this.bug = bug;
    this.buggy = reference.with(bug);
    for (int i = 0; i < HIDDEN; i++) {
      hidden.add(Repository.input(random));
      expected.add(answer(reference.source(), hidden.get(i)));
    }
  }

  /** The issue of a number: the same for the same seed. */
  public static MiniIssue of(long seed, int number) {
    SplitMix64 random = SplitMix64.named(seed, "issue " + number);
    while (true) {
      Repository reference = Repository.drawn(random);
      List<Repository.Edit> edits = reference.edits();
      Repository.Edit bug = edits.get(random.nextInt(edits.size()));
      MiniIssue issue = new MiniIssue(random.nextLong(), reference, bug, random);
      if (issue.wrong(issue.buggy.source()) >= LEAST_WRONG) {
        return issue;
      }
    }
  }

  private int wrong(String source) {
    int wrong = 0;
    for (int i = 0; i < HIDDEN; i++) {
      if (!answer(source, hidden.get(i)).equals(expected.get(i))) {
        wrong++;
      }
    }
    return wrong;
  }

  private Optional<Object> answer(String source, List<Long> input) {
    return answers
        .computeIfAbsent(source, text -> new HashMap<>())
        .computeIfAbsent(
            input,
            list -> {
              runs++;
              return Repository.answer(programs.computeIfAbsent(source, Program::read), list);
            });
  }

  /** What a reader of the issue is told. */
  public String text() {
    for (int i = 0; i < HIDDEN; i++) {
      Optional<Object> found = answer(buggy.source(), hidden.get(i));
      if (!found.equals(expected.get(i))) {
        return "solve(%s) returns %s, but it should return %s."
            .formatted(
                hidden.get(i),
                found.map(Object::toString).orElse("nothing"),
                expected.get(i).map(Object::toString).orElse("nothing"));
      }
    }
    throw new IllegalStateException("the bug shows in no hidden input");
  }

  /** The mutation operator of its bug, in lower case. */
  public String operator() {
    return bug.kind().name().toLowerCase(Locale.ROOT);
  }

  /** The repository as the fixer finds it. */
  public String source() {
    return buggy.source();
  }

  /** Runs of the interpreter so far. */
  public long runs() {
    return runs;
  }

  /** Patches and test patches of stand-ins, and what every case says. */
  public Issue proposed(Skill skill, int patches, int tests) {
    List<Patch> proposals = patches(skill, patches);
    SplitMix64 random =
        SplitMix64.named(seed, "tests %s %d".formatted(skill.error(), skill.cases()));
    int[] failing = new int[tests];
    int[] passing = new int[tests];
    int[][] fixed = new int[patches][tests];
    int[][] kept = new int[patches][tests];
    for (int t = 0; t < tests; t++) {
      for (int c = 0; c < skill.cases(); c++) {
        List<Long> input = Repository.input(random);
        Optional<Object> wanted = expectation(input, skill, random);
        boolean passesBefore = answer(buggy.source(), input).equals(wanted);
        if (passesBefore) {
          passing[t]++;
        } else {
          failing[t]++;
        }
        for (int p = 0; p < patches; p++) {
          if (answer(proposals.get(p).content(), input).equals(wanted)) {
            (passesBefore ? kept : fixed)[p][t]++;
          }
        }
      }
    }
    return new Issue(proposals, failing, passing, fixed, kept);
  }

  private Optional<Object> expectation(List<Long> input, Skill skill, SplitMix64 random) {
    boolean isWrong = random.nextUnit() < skill.error();
    int off = 1 + random.nextInt(MODULUS - 1);
    Optional<Object> right = answer(reference.source(), input);
    return isWrong ? right.map(value -> ((Long) value + off) % MODULUS) : right;
  }

  private List<Patch> patches(Skill skill, int count) {
    SplitMix64 random =
        SplitMix64.named(seed, "patches %s %s".formatted(skill.fix(), skill.decoy()));
    List<String> wrong =
        buggy.edits().stream().map(edit -> buggy.with(edit).source()).distinct().toList();
    List<String> unresolved = wrong.stream().filter(source -> wrong(source) > 0).toList();
    String decoy = unresolved.get(random.nextInt(unresolved.size()));
    List<Patch> patches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean isRight = random.nextUnit() < skill.fix();
      boolean isDecoy = random.nextUnit() < skill.decoy();
      String other = unresolved.get(random.nextInt(unresolved.size()));
      String content = isRight ? reference.source() : isDecoy ? decoy : other;
      patches.add(new Patch(Integer.toString(i), content, isRight));
    }
    return patches;
  }
}
