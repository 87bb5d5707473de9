package org.galton.view.label;

import java.util.List;
import java.util.Map;
import org.galton.view.engine.ViewedFolder;
import org.galton.view.row.RolloutAddress;
import org.galton.view.web.Parameters;

/** A process that labels one rollout after another until it is killed, and says what it took. */
final class LabelLoop {
  private LabelLoop() {}

  public static void main(String[] folder) {
    ViewedFolder viewed = ViewedFolder.of(1, folder[0]);
    LabelDesk desk = LabelDesk.over(List.of(viewed), new Labeller("anna"));
    LabelForm form =
        LabelForm.of(new Parameters(Map.of("label", "right", "note", "n".repeat(200))));
    for (int i = 0; ; i++) {
      desk.put(viewed, new RolloutAddress("m", "t", "g", "p" + i, i), form);
      System.out.println(i);
    }
  }
}
