package org.galton.study.playbook;

import java.util.TreeSet;
import org.galton.playbook.Playbook;
import org.galton.playbook.PlaybookText;
import org.galton.playbook.Tokens;
import org.galton.study.playbook.row.PlaybookRow;

/** What an arm puts before a prompt. */
sealed interface ArmContext {
  /** All of it. */
  String text();

  /** As generators are shown it; empty where there is nothing to show. */
  String shown();

  default int tokens() {
    return Tokens.of(shown());
  }

  /** A playbook. Without bullets it is not shown. */
  record Ruled(Playbook playbook) implements ArmContext {
    @Override
    public String text() {
      return playbook.text();
    }

    @Override
    public String shown() {
      return playbook.bullets().isEmpty() ? "" : text();
    }
  }

  /** Any text. */
  record Free(String text) implements ArmContext {
    @Override
    public String shown() {
      return text;
    }
  }

  /** What an arm begins with. */
  static ArmContext start(Arm arm, Playbook playbook) {
    Ruled ruled = new Ruled(playbook);
    return switch (arm) {
      case FIXED -> new Free("");
      case ACE -> ruled;
      case REWRITE -> new Free(ruled.shown());
    };
  }

  /** A version that was stored. */
  static ArmContext stored(Arm arm, PlaybookRow row) {
    if (arm != Arm.ACE) {
      return new Free(row.text());
    }
    Playbook read = PlaybookText.parse(row.text(), "version " + row.step());
    return new Ruled(new Playbook(read.sections(), row.nextNumber(), new TreeSet<>(row.removed())));
  }
}
