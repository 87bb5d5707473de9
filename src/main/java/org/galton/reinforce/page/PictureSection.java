package org.galton.reinforce.page;

import java.util.List;
import java.util.Map;
import org.galton.report.FigureTable;
import org.galton.report.StudySection;

/**
 * Charts over steps under one heading.
 *
 * @param anchor its name in links
 * @param lead what is shown; where there are no pictures, why
 * @param note how to read them; may be empty
 * @param tables of figures that are in no chart
 */
record PictureSection(
    String anchor,
    String heading,
    String lead,
    List<StepPicture> pictures,
    String note,
    List<FigureTable> tables)
    implements StudySection {

  @Override
  public List<String> scripts() {
    return List.of(beside("steps.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of(anchor, pictures.stream().map(StepPicture::data).toList());
  }
}
