package org.galton.study.advantages;

import org.galton.spec.InvalidInput;
import picocli.CommandLine.Option;

/** Options that say where rewards come from. */
final class RewardOptions {
  @Option(
      names = "--reward",
      paramLabel = "REWARD",
      description =
          "given: column reward; verdict: 1 if correct, else 0; verdict_signed: 1 or -1; ternary:"
              + " 1, 0 if abstained, else -1 (TruthRL); hybrid: rm_score within bands of the verdict"
              + " (HERO); tools: 1 or -1, and 0.1 for each of tool_calls (GRPO-TCR) (default: given"
              + " where there is a column reward, else verdict).")
  private RewardName reward;

  @Option(
      names = "--range",
      paramLabel = "LOW,HIGH",
      description = "Ends of the range of given rewards; one outside is an error (default: any).")
  private String range;

  @Option(
      names = "--overlong",
      paramLabel = "LIMIT,MARGIN",
      description =
          "Add DAPO's penalty of length to verdicts or tools: 0 up to LIMIT - MARGIN tokens, down to"
              + " -1 at LIMIT.")
  private String overlong;

  @Option(
      names = "--bands",
      defaultValue = "0.05,0.05",
      paramLabel = "ALPHA,BETA",
      description =
          "Of hybrid: half widths of the bands around 0 and 1, together below 1; 0.1,0.1 for answers"
              + " that are hard to verify (default: ${DEFAULT-VALUE}).")
  private String bands;

  @Option(
      names = "--weights",
      defaultValue = "appendix",
      paramLabel = "PRESET",
      description =
          "Of hybrid: weights of prompts by the spread of their scores, appendix (0.4 to 3, steepness"
              + " 6) or main_text (0.5 to 2, steepness 5) of the paper (default: ${DEFAULT-VALUE}).")
  private RewardSettings.SpreadPreset weights;

  /**
   * @throws InvalidInput when an option cannot be read
   */
  RewardSettings settings() {
    double[] ends = NumberPair.parse("--range", range, "0,1");
    if (ends != null && !(ends[0] < ends[1])) {
      throw new InvalidInput("Invalid --range '%s': expected the lower end first".formatted(range));
    }
    RewardSettings settings =
        new RewardSettings(
            reward, NumberPair.parse("--bands", bands, "0.05,0.05"), weights, overlong(), ends);
    // What they refuse is said before anything is read.
    settings.hybrid();
    settings.with(RewardName.VERDICT).reward();
    return settings;
  }

  private int[] overlong() {
    double[] pair = NumberPair.parse("--overlong", overlong, "20480,4096");
    if (pair == null) {
      return null;
    }
    if (pair[0] != (int) pair[0] || pair[1] != (int) pair[1]) {
      throw new InvalidInput(
          "Invalid --overlong '%s': expected whole numbers such as 20480,4096".formatted(overlong));
    }
    return new int[] {(int) pair[0], (int) pair[1]};
  }
}
