package org.galton.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.table.EmergenceConditionRow;

/** What the page says and draws of groups of agents. */
record EmergenceSection(
    List<String> claims,
    List<DiagnosticPicture> diagnostics,
    List<GroupPicture> groups,
    List<SuccessSurface> surfaces)
    implements StudySection {

  /** What the scripts draw. */
  record Data(
      List<DiagnosticPicture.Data> diagnostics,
      List<GroupData> groups,
      List<SuccessSurface.Data> surfaces) {}

  record GroupData(GroupPicture.Rounds rounds, GroupPicture.Pairs pairs) {}

  static EmergenceSection of(EmergenceRows rows) {
    return new EmergenceSection(
        EmergenceClaims.of(EmergenceClaims.widest(rows.conditions())),
        DiagnosticPicture.of(EmergenceClaims.widest(rows.conditions())),
        EmergenceRows.chosen(rows.groups()).stream()
            .map(place -> GroupPicture.of(place, rows))
            .flatMap(Optional::stream)
            .toList(),
        SuccessSurface.of(rows));
  }

  /** Whether there is anything to show. */
  public boolean isShown() {
    return !diagnostics.isEmpty();
  }

  @Override
  public String template() {
    return "emergence-section.html";
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("emergence", data());
  }

  Data data() {
    return new Data(
        diagnostics.stream().map(DiagnosticPicture::data).toList(),
        groups.stream().map(group -> new GroupData(group.rounds(), group.pairs())).toList(),
        surfaces.stream().map(SuccessSurface::data).toList());
  }

  /** The page's first sentence. */
  static String finding(List<EmergenceConditionRow> rows) {
    return EmergenceClaims.summary(EmergenceClaims.widest(rows));
  }
}
