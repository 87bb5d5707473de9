package org.galton.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.galton.information.PidMeasure.BROJA;
import static org.galton.information.PidMeasure.IMIN;
import static org.galton.information.PidMeasure.MMI;
import static org.galton.information.PidMeasure.SX;

import org.junit.jupiter.api.Test;

/**
 * Distributions with known answers. Those of IMIN, MMI and SX agree with an independent public
 * implementation, those of BROJA with three solvers.
 */
class PidMeasureTest {
  private static final double DIGITS = 5.1e-7;

  @Test
  void redundantBitsAreRedundant() {
    holds(LogicGate.RDN.table(), atoms(1, 0, 0, 0), IMIN, MMI, BROJA, SX);
    JointTable same = LogicGate.SAME_NEXT.table();
    holds(same, atoms(0.531004, 0, 0, 0), IMIN, MMI, BROJA, SX);
  }

  @Test
  void aCopyOfOneSourceIsUnique() {
    holds(LogicGate.UNQ.table(), atoms(0, 1, 0, 0), IMIN, MMI, BROJA);
    holds(LogicGate.UNQ.table(), atoms(0.415037, 0.584963, -0.415037, 0.415037), SX);
  }

  @Test
  void anExclusiveOrIsSynergy() {
    holds(LogicGate.XOR.table(), atoms(0, 0, 0, 1), IMIN, MMI, BROJA);
    holds(LogicGate.XOR.table(), atoms(-0.584963, 0.584963, 0.584963, 0.415037), SX);
    holds(LogicGate.XOR_AND_FREE_BIT.table(), atoms(0, 0, 0, 1), IMIN, MMI, BROJA);
    holds(LogicGate.XOR_AND_FREE_BIT.table(), atoms(-0.584963, 0.584963, 0.584963, 0.415037), SX);
    JointTable noisy = LogicGate.noisy(LogicGate.XOR);
    holds(noisy, atoms(0, 0, 0, 0.531004), IMIN, MMI, BROJA);
    holds(noisy, atoms(-0.368609, 0.368609, 0.368609, 0.162395), SX);
  }

  @Test
  void logicalGatesHaveTheirAtoms() {
    for (LogicGate gate : new LogicGate[] {LogicGate.AND, LogicGate.OR}) {
      holds(gate.table(), atoms(0.311278, 0, 0, 0.5), IMIN, MMI, BROJA);
      holds(gate.table(), atoms(0.122556, 0.188722, 0.188722, 0.311278), SX);
    }
    JointTable noisy = LogicGate.noisy(LogicGate.AND);
    holds(noisy, atoms(0.146793, 0, 0, 0.265502), IMIN, MMI, BROJA);
    holds(noisy, atoms(0.052983, 0.093810, 0.093810, 0.171692), SX);
    holds(LogicGate.SUM.table(), atoms(0.5, 0, 0, 1), IMIN, MMI, BROJA);
    holds(LogicGate.SUM.table(), atoms(-0.084963, 0.584963, 0.584963, 0.415037), SX);
    holds(LogicGate.REDUCED_OR.table(), atoms(0.311278, 0, 0, 0.688722), IMIN, MMI, BROJA);
    holds(LogicGate.REDUCED_OR.table(), atoms(-0.292481, 0.603759, 0.603759, 0.084963), SX);
  }

  @Test
  void copiesOfIndependentSourcesAreUniqueOnlyByBroja() {
    holds(LogicGate.COPY.table(), atoms(1, 0, 0, 1), IMIN, MMI);
    holds(LogicGate.COPY.table(), atoms(0, 1, 1, 0), BROJA);
    holds(LogicGate.COPY.table(), atoms(0.415037, 0.584963, 0.584963, 0.415037), SX);
    JointTable chains = LogicGate.independentChains();
    holds(chains, atoms(0.531004, 0, 0, 0.531004), IMIN, MMI);
    holds(chains, atoms(0, 0.531004, 0.531004, 0), BROJA);
    holds(chains, atoms(0.354842, 0.176162, 0.176162, 0.354842), SX);
  }

  @Test
  void mixturesHaveTheirAtoms() {
    holds(LogicGate.RDNXOR.table(), atoms(1, 0, 0, 1), IMIN, MMI, BROJA);
    holds(LogicGate.RDNXOR.table(), atoms(0.415037, 0.584963, 0.584963, 0.415037), SX);
    holds(LogicGate.PWUNQ.table(), atoms(0.5, 0, 0, 0.5), IMIN, MMI, BROJA);
    holds(LogicGate.PWUNQ.table(), atoms(0, 0.5, 0.5, 0), SX);
    JointTable all = LogicGate.redundantUniqueSynergistic();
    holds(all, atoms(2, 0, 0, 2), IMIN, MMI);
    holds(all, atoms(1, 1, 1, 1), BROJA);
    holds(all, atoms(1.192645, 0.807355, 0.807355, 1.192645), SX);
  }

  @Test
  void measuresDisagreeOnTheDifferenceTable() {
    JointTable table = LogicGate.DIFF.table();
    holds(table, atoms(0.207519, 0.103759, 0.103759, 0.084963), IMIN, SX);
    holds(table, atoms(0.311278, 0, 0, 0.188722), MMI);
    holds(table, atoms(0.122556, 0.188722, 0.188722, 0), BROJA);
  }

  @Test
  void generalTablesHaveTheirAtoms() {
    JointTable binary = LogicGate.general222();
    holds(binary, atoms(0.003685, 0.001159, 0, 0.168179), IMIN, MMI, BROJA);
    holds(binary, atoms(-0.121860, 0.126704, 0.125545, 0.042634), SX);
    JointTable ternary = LogicGate.general333();
    holds(ternary, atoms(0.019313, 0.001397, 0.006951, 0.168540), IMIN);
    holds(ternary, atoms(0.020710, 0, 0.005555, 0.169937), MMI);
    holds(ternary, atoms(0.018548, 0.002162, 0.007716, 0.167775), BROJA);
    holds(ternary, atoms(-0.020203, 0.040913, 0.046468, 0.129024), SX);
  }

  @Test
  void informationsOfTheGatesAreKnown() {
    informs(LogicGate.RDN.table(), 1, 1, 1);
    informs(LogicGate.UNQ.table(), 1, 0, 1);
    informs(LogicGate.XOR.table(), 0, 0, 1);
    informs(LogicGate.AND.table(), 0.311278, 0.311278, 0.811278);
    informs(LogicGate.COPY.table(), 1, 1, 2);
    informs(LogicGate.SUM.table(), 0.5, 0.5, 1.5);
    informs(LogicGate.redundantUniqueSynergistic(), 2, 2, 4);
    informs(LogicGate.REDUCED_OR.table(), 0.311278, 0.311278, 1);
    informs(LogicGate.DIFF.table(), 0.311278, 0.311278, 0.5);
    informs(LogicGate.noisy(LogicGate.AND), 0.146793, 0.146793, 0.412295);
    informs(LogicGate.independentChains(), 0.531004, 0.531004, 1.062009);
    informs(LogicGate.general222(), 0.004844, 0.003685, 0.173024);
    informs(LogicGate.general333(), 0.020710, 0.026265, 0.196202);
  }

  @Test
  void aTableOfTwoVariablesIsRefused() {
    JointTable two = JointTable.ofWeights(new int[] {2, 2}, 1, 2, 3, 4);
    assertThatThrownBy(() -> IMIN.decompose(two))
        .hasMessage("Invalid number of variables 2: expected two sources and a target");
  }

  private static Decomposition atoms(double red, double first, double second, double synergy) {
    return new Decomposition(red, first, second, synergy);
  }

  private static void holds(JointTable table, Decomposition atoms, PidMeasure... measures) {
    for (PidMeasure measure : measures) {
      Decomposition found = measure.decompose(table);
      String name = measure.name();
      assertThat(found.redundancy()).as(name).isCloseTo(atoms.redundancy(), within(DIGITS));
      assertThat(found.unique1()).as(name).isCloseTo(atoms.unique1(), within(DIGITS));
      assertThat(found.unique2()).as(name).isCloseTo(atoms.unique2(), within(DIGITS));
      assertThat(found.synergy()).as(name).isCloseTo(atoms.synergy(), within(DIGITS));
    }
  }

  private static void informs(JointTable table, double first, double second, double both) {
    SourceInformation found = SourceInformation.of(table);
    assertThat(found.first()).isCloseTo(first, within(DIGITS));
    assertThat(found.second()).isCloseTo(second, within(DIGITS));
    assertThat(found.both()).isCloseTo(both, within(DIGITS));
  }
}
