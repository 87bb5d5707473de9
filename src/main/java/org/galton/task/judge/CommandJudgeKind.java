package org.galton.task.judge;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;

/** The keys of a {@link CommandJudge}. */
public final class CommandJudgeKind implements JudgeKind<CommandJudge> {
  private static final double USUAL_SECONDS = 10;
  private static final double MOST_SECONDS = 3600;

  @Override
  public String name() {
    return "command";
  }

  @Override
  public Class<CommandJudge> type() {
    return CommandJudge.class;
  }

  @Override
  public CommandJudge read(Section section) {
    List<String> command = section.sequence("command", ValueType.anyText());
    int version = section.value("version", ValueType.integer(1, 1_000_000));
    double seconds = section.value("timeout", ValueType.number(0.1, MOST_SECONDS), USUAL_SECONDS);
    return section.build(
        () -> new CommandJudge(command, version, Duration.ofNanos(Math.round(1e9 * seconds))));
  }

  @Override
  public Map<String, Object> written(CommandJudge judge) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("command", judge.command());
    keys.put("version", judge.version());
    keys.put("timeout", judge.timeout().toNanos() / 1e9);
    return keys;
  }
}
