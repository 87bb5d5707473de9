package org.galton.study.emergence;

import static org.galton.numerics.Optionals.orNull;

import java.io.Serializable;
import java.util.Optional;
import org.galton.emergence.AgentDifferentiation;
import org.galton.emergence.Differentiation;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.IdentityInformation;
import org.galton.information.NullComparison;
import org.galton.study.emergence.row.EmergenceDifferentiationRow;

/** Looks for roles in a group, as a row of their table. */
record Differentiating(String runId, EmergenceSettings settings) implements Serializable {

  EmergenceDifferentiationRow row(UnitKey key, GroupTrajectory group) {
    Differentiation found = AgentDifferentiation.of(group);
    Optional<NullComparison> identity =
        group.agents().size() >= 2 && group.rounds().length >= 2
            ? Optional.of(identity(group))
            : Optional.empty();
    return new EmergenceDifferentiationRow(
        runId,
        key.group().place(),
        key.window().firstRounds(),
        group.agents().size(),
        group.rounds().length,
        orNull(found.levels().statistic()),
        orNull(found.levels().pValue()),
        orNull(found.slopes().statistic()),
        orNull(found.slopes().pValue()),
        orNull(found.eitherPValue()),
        orNull(found.eitherUncorrected()),
        orNull(found.variance().statistic()),
        orNull(found.variance().pValue()),
        orNull(found.intraclassShare()),
        identity.map(NullComparison::observed).orElse(null),
        identity.map(NullComparison::nullMedian).orElse(null),
        identity.map(NullComparison::pValue).orElse(null));
  }

  private NullComparison identity(GroupTrajectory group) {
    return IdentityInformation.withDefaults()
        .test(group.name(), group.values(), settings.surrogates(), settings.seed());
  }
}
