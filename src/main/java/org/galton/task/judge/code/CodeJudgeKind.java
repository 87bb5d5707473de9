package org.galton.task.judge.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;
import org.galton.task.judge.sandbox.Confinement;

/** The keys of a {@link CodeJudge}. */
public final class CodeJudgeKind implements JudgeKind<CodeJudge> {
  private static final String ACCEPT = "accept_running_model_code";
  private static final ValueType<String> CONFINEMENT =
      ValueType.word(List.of(word(Confinement.BUBBLEWRAP), word(Confinement.NONE)));
  private static final int MOST_RUNS = 100;
  private static final int MOST_SECONDS = 3600;
  private static final int LEAST_MEMORY_MIB = 64;
  private static final int MOST_MEMORY_MIB = 1 << 20;
  private static final int MOST_OUTPUT_KIB = 1 << 16;

  @Override
  public String name() {
    return "code";
  }

  @Override
  public Class<CodeJudge> type() {
    return CodeJudge.class;
  }

  @Override
  public CodeJudge read(Section section) {
    CodeJudge usual = CodeJudge.withDefaults();
    String python = section.value("python", ValueType.text(), usual.python());
    CodeLimits limits = section.section("limits", CodeJudgeKind::limits, usual.limits());
    int repeat = section.value("repeat", ValueType.integer(1, MOST_RUNS), usual.repeat());
    Confinement confinement =
        section.value("sandbox", CONFINEMENT, word(usual.confinement())).equals("none")
            ? Confinement.NONE
            : Confinement.BUBBLEWRAP;
    boolean isAccepted = section.value(ACCEPT, ValueType.flag(), false);
    if (confinement == Confinement.NONE && !isAccepted) {
      section.problem(
          "sandbox",
          "'sandbox' is 'none', which lets what a model wrote read and delete all that you can:"
              + " expected bubblewrap, or beside it '"
              + ACCEPT
              + ": true'");
    }
    if (confinement != Confinement.NONE && isAccepted) {
      section.problem(ACCEPT, "'" + ACCEPT + "' is true: expected it beside 'sandbox: none' alone");
    }
    return section.build(() -> new CodeJudge(confinement, python, limits, repeat));
  }

  private static CodeLimits limits(Section section) {
    CodeLimits usual = CodeLimits.USUAL;
    ValueType<Integer> seconds = ValueType.integer(1, MOST_SECONDS);
    int cpu = section.value("cpu_seconds", seconds, usual.cpuSeconds());
    int testCpu = section.value("test_cpu_seconds", seconds, usual.testCpuSeconds());
    int memory =
        section.value(
            "memory_mib", ValueType.integer(LEAST_MEMORY_MIB, MOST_MEMORY_MIB), usual.memoryMib());
    int output =
        section.value("output_kib", ValueType.integer(1, MOST_OUTPUT_KIB), usual.outputKib());
    return section.build(() -> new CodeLimits(cpu, testCpu, memory, output));
  }

  @Override
  public Map<String, Object> written(CodeJudge judge) {
    Map<String, Object> limits = new LinkedHashMap<>();
    limits.put("cpu_seconds", judge.limits().cpuSeconds());
    limits.put("test_cpu_seconds", judge.limits().testCpuSeconds());
    limits.put("memory_mib", judge.limits().memoryMib());
    limits.put("output_kib", judge.limits().outputKib());
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("python", judge.python());
    keys.put("limits", limits);
    keys.put("repeat", judge.repeat());
    keys.put("sandbox", word(judge.confinement()));
    if (judge.confinement() == Confinement.NONE) {
      keys.put(ACCEPT, true);
    }
    return keys;
  }

  private static String word(Confinement confinement) {
    return confinement.name().toLowerCase(Locale.ROOT);
  }
}
