package org.galton.study.balance.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.galton.report.Fact;
import org.galton.report.Figures;
import org.galton.report.ReportWriter;
import org.galton.report.ReportWriterTest;
import org.galton.report.sweep.SampleSweep;
import org.galton.report.sweep.SweepReport;
import org.galton.study.balance.row.PotentialRow;
import org.junit.jupiter.api.Test;

public class BalanceSectionTest {
  private static final BalanceRows ROWS = SampleBalance.rows();
  private static final BalanceSection SECTION = BalanceSection.of(ROWS);

  @Test
  void saysWhereAgentsGoAndWhetherBalanceHolds() {
    assertThat(SECTION.finding())
        .isEqualTo(
            "chain · cold goes to “wordaa” (spread of V\u00a01.69), chain · hot goes to “wordaa”"
                + " (spread of V\u00a01.49) and pool · hot goes to “twig” (spread of V\u00a01.22)."
                + " Detailed balance is violated for chain · cold, not rejected for chain · hot (no"
                + " proof, as counts of 1 to 3 hide violations) and untestable for pool · cold and"
                + " pool · hot.");
    assertThat(SECTION.claims())
        .containsExactly(
            "chain · cold goes to “wordaa” (V\u00a0−3.89; spread\u00a01.69 over 12 states);"
                + " detailed balance is violated (p\u00a00.005).",
            "chain · hot goes to “wordaa” (V\u00a0−3.95; spread\u00a01.49 over 120 states);"
                + " detailed balance is not rejected (p\u00a00.420), which is no proof.",
            "pool · cold has no way back to any state, and so no potential, only an order of"
                + " states; detailed balance is untestable, as no cycle could have shown a"
                + " violation.",
            "pool · hot goes to “twig” (V\u00a0−1.50; spread\u00a01.22 over 3 states); detailed"
                + " balance is untestable, as no cycle could have shown a violation.");
  }

  @Test
  void drawsAManageablePartOfALargeLandscapeAndSaysWhatIsLeftOut() {
    LandscapePicture explorer = SECTION.landscapes().get(1);
    assertThat(explorer.data().states())
        .hasSize(80)
        .isSortedAccordingTo((a, b) -> Double.compare(a.potential(), b.potential()));
    assertThat(explorer.data().arcs()).hasSize(200);
    assertThat(explorer.note())
        .startsWith(
            "N0 attempts, kernel exp. 80 of 120 states (the deepest, those with most attempts,"
                + " others at even distances) and 200 of ")
        .contains(" moves between them (the busiest pairs). ")
        .endsWith(" of all steps between states lead down.");
    assertThat(explorer.order()).isEqualTo("Too few attempts, and dropped: 1 state.");

    List<String> lowest =
        ROWS.potentials().stream()
            .filter(row -> BalanceAgent.of(row).equals(SampleBalance.EXPLORER))
            .sorted((a, b) -> Double.compare(a.potential(), b.potential()))
            .limit(10)
            .map(row -> BalanceNames.state(row.state()))
            .toList();
    assertThat(explorer.data().states().get(79).potential())
        .as("the highest of all")
        .isEqualTo(
            ROWS.potentials().stream()
                .filter(row -> BalanceAgent.of(row).equals(SampleBalance.EXPLORER))
                .mapToDouble(PotentialRow::potential)
                .max()
                .orElseThrow());
    assertThat(explorer.wells().rows()).extracting(row -> row.get(0)).isEqualTo(lowest);
  }

  @Test
  void addsMovesUpOverRolloutsAndDividesThemByAttempts() {
    LandscapePicture tree = SECTION.landscapes().get(3);
    assertThat(tree.data().arcs()).hasSize(4);
    LandscapePicture.Arc strongest = tree.data().arcs().get(0);
    long moves = Math.round(4000 * 0.02 * Math.exp(1.5));
    assertThat(strongest.weight()).isEqualTo(1);
    assertThat(strongest.facts())
        .containsExactly(
            new Fact("T", Figures.bits(moves / 4000.0)), new Fact("moves", Long.toString(moves)));
    assertThat(tree.data().arcs().get(3).weight()).isCloseTo(80.0 / moves, within(1e-12));
  }

  @Test
  void givesOtherComponentsAnOrderAndNoHeight() {
    LandscapePicture tree = SECTION.landscapes().get(3);
    assertThat(tree.data().states())
        .extracting(LandscapePicture.State::name)
        .containsExactly("twig", "hub", "leaf");
    assertThat(tree.order()).startsWith("4 components in all: moves lead from earlier stages");
    assertThat(tree.others().columns()).contains("Stage, of 3");
    assertThat(tree.others().rows())
        .containsExactly(
            List.of("hub, leaf, twig", "3", "2", "the largest"),
            List.of("start", "1", "1", "leads to the largest"),
            List.of("end", "1", "3", "reached from the largest, no way back"),
            List.of("far", "1", "1", "neither leads to the largest nor is reached from it"));
  }

  @Test
  void drawsNothingWhereThereIsNoWayBack() {
    LandscapePicture oneWay = SECTION.landscapes().get(2);
    assertThat(oneWay.isDrawn()).isFalse();
    assertThat(oneWay.note())
        .isEqualTo(
            "No potential: no two states lead to each other, on any way. N0 attempts, kernel exp.");
    assertThat(oneWay.others().rows()).extracting(row -> row.get(2)).containsExactly("1", "2", "3");
    assertThat(SECTION.cycles().get(2).isDrawn()).isFalse();
    assertThat(SECTION.pairs().get(2).note())
        .isEqualTo("No pair of the largest component was counted twice or more both ways.");
  }

  @Test
  void pairsOfABalancedChainLieOnTheLine() {
    PairPicture balanced = SECTION.pairs().get(1);
    assertThat(balanced.data().pairs())
        .hasSize(400)
        .allSatisfy(pair -> assertThat(pair.fall()).isNotNegative())
        .allSatisfy(pair -> assertThat(pair.ratio()).isCloseTo(pair.fall(), within(3 * pair.sd())));
    assertThat(balanced.note())
        .startsWith("400 of ")
        .contains("N0 attempts, kernel exp. r through");
    assertThat(SECTION.pairs().get(0).data().pairs())
        .as("of the driven chain")
        .anySatisfy(
            pair -> assertThat(Math.abs(pair.ratio() - pair.fall())).isGreaterThan(3 * pair.sd()));
  }

  @Test
  void fillsLoopsOfTheDrivenChainOnly() {
    assertThat(SECTION.cycles().get(0).data().loops())
        .anySatisfy(loop -> assertThat(loop.violated()).isTrue());
    assertThat(SECTION.cycles().get(1).data().loops())
        .isNotEmpty()
        .allSatisfy(loop -> assertThat(loop.violated()).isFalse());
    assertThat(SECTION.cycles().get(0).farthest().rows()).hasSize(10);
    assertThat(SECTION.cycles().get(1).bounds().rows())
        .extracting(row -> row.subList(2, 5))
        .containsExactly(List.of("66", "4.19", "3.09"));
  }

  @Test
  void votesStartAtTheKernelItselfAndStretchItByN() {
    VotePicture slope = SECTION.kernelVotes().get(0);
    assertThat(slope.names()).containsExactly("chain · cold", "chain · hot");
    List<VotePicture.Point> points = slope.data().series().get(1).points();
    assertThat(points.get(0)).isEqualTo(new VotePicture.Point(1, 1, 1, null, null));
    assertThat(points)
        .filteredOn(at -> at.draws() == at.accept())
        .hasSize(4)
        .allSatisfy(at -> assertThat(at.value()).isCloseTo(at.accept(), within(1e-9)));
    assertThat(SECTION.kernelVotes()).hasSize(3);
    assertThat(SECTION.taskVotes())
        .extracting(VotePicture::title)
        .containsExactly(
            "Slope of V′ on V", "Share accepted", "Action", "Right among the accepted");
  }

  @Test
  void ordersTestsByTheirWeightAndWordsTheirVerdicts() {
    assertThat(SECTION.tables().tests().caption())
        .isEqualTo("Tests of detailed balance, at level 0.05");
    assertThat(SECTION.tables().tests().rows())
        .contains(
            List.of("chain · cold", "Exact cycle test (decides)", "violated", "0.005", "–", "220"),
            List.of(
                "pool · hot", "Exact cycle test (decides)", "untestable (no cycle)", "–", "–", "–"))
        .extracting(row -> row.get(1))
        .startsWith("Exact cycle test (decides)", "Cycle-rank chi-square");
  }

  @Test
  void printsEveryActionWithItsModeAndKernel() {
    assertThat(SECTION.tables().landscapes().rows())
        .extracting(row -> row.subList(0, 3))
        .contains(
            List.of("chain · hot", "attempts", "exp"),
            List.of("chain · hot", "attempts", "logistic"));
  }

  @Test
  void showsAHostileStateAsText() throws IOException {
    String page = page(ROWS);
    assertThat(page)
        .doesNotContain("<img")
        .doesNotContain("\u001b")
        .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;␛[3…");
    assertThat(ROWS.potentials()).extracting(PotentialRow::state).contains(SampleBalance.HOSTILE);
  }

  @Test
  void standsInASweepsReportWhereThereAreWalksOrVotes() throws IOException {
    assertThat(ReportWriterTest.page(withBalance(ROWS)))
        .contains("<a href=\"#landscape\">Landscape</a>")
        .contains("chain · hot goes to “wordaa”");
    assertThat(ReportWriterTest.page(withBalance(BalanceRows.NONE)))
        .doesNotContain("id=\"landscape\"");
    BalanceRows votesOnly =
        new BalanceRows(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), ROWS.votes());
    assertThat(ReportWriterTest.page(withBalance(votesOnly)))
        .contains("Votes among a task’s stored rollouts")
        .doesNotContain("Least action");
  }

  @Test
  void anEmptyAnalysisSaysSo() throws IOException {
    assertThat(page(BalanceRows.NONE))
        .contains("No agent’s steps were counted, and so there is no landscape to show.")
        .contains("it takes the steps of an agent from state to state, or rollouts that vote.");
  }

  @Test
  void writesTheSameBytesForTheSameRows() throws IOException {
    assertThat(page(SampleBalance.rows())).isEqualTo(page(ROWS));
  }

  private static SweepReport withBalance(BalanceRows rows) {
    SweepReport usual = SampleSweep.usual().report();
    return new SweepReport(
        usual.run(),
        usual.prompts(),
        usual.metrics(),
        usual.promptStatistics(),
        usual.books(),
        usual.gates(),
        usual.comparisons(),
        List.of(BalanceSection.of(rows)),
        usual.examples());
  }

  public static String page(BalanceRows rows) throws IOException {
    StringWriter page = new StringWriter();
    new ReportWriter().write(BalancePage.of(SampleBalance.run(), rows), page);
    return page.toString();
  }
}
