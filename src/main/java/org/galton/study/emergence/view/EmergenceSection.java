package org.galton.study.emergence.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.galton.report.SweepSection;

/** What the page says and draws of groups of agents. */
public record EmergenceSection(
    String finding,
    Set<String> tasks,
    List<String> claims,
    List<DiagnosticPicture> diagnostics,
    List<GroupPicture> groups,
    List<SuccessSurface> surfaces)
    implements SweepSection {

  /** What the scripts draw. */
  public record Data(
      List<DiagnosticPicture.Data> diagnostics,
      List<GroupData> groups,
      List<SuccessSurface.Data> surfaces) {}

  record GroupData(GroupPicture.Rounds rounds, GroupPicture.Pairs pairs) {}

  public static EmergenceSection of(EmergenceRows rows) {
    return new EmergenceSection(
        rows.conditions().isEmpty()
            ? ""
            : EmergenceClaims.summary(EmergenceClaims.widest(rows.conditions())),
        rows.conditions().stream().map(row -> row.figure().condition()).collect(Collectors.toSet()),
        EmergenceClaims.of(EmergenceClaims.widest(rows.conditions())),
        DiagnosticPicture.of(EmergenceClaims.widest(rows.conditions())),
        EmergenceRows.chosen(rows.groups()).stream()
            .map(place -> GroupPicture.of(place, rows))
            .flatMap(Optional::stream)
            .toList(),
        SuccessSurface.of(rows));
  }

  @Override
  public String anchor() {
    return "emergence";
  }

  @Override
  public String word() {
    return "Groups";
  }

  @Override
  public boolean isShown() {
    return !diagnostics.isEmpty();
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("emergence.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("emergence", data());
  }

  public Data data() {
    return new Data(
        diagnostics.stream().map(DiagnosticPicture::data).toList(),
        groups.stream().map(group -> new GroupData(group.rounds(), group.pairs())).toList(),
        surfaces.stream().map(SuccessSurface::data).toList());
  }
}
