package org.galton.playbook;

/**
 * A rule of a playbook.
 *
 * @param slug short name of the section that it was added to
 * @param number in the whole playbook, from 1
 * @param helpful how often a reflector called it helpful
 * @param harmful how often it called it harmful
 * @param text one line
 */
public record Bullet(String slug, int number, int helpful, int harmful, String text) {
  private static final int DIGITS = 5;
  private static final int HIGH_HELPFUL = 5;
  private static final int HIGH_HARMFUL = 2;

  /** As in {@code misc-00012}. */
  public String id() {
    String digits = Integer.toString(number);
    return slug + "-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }

  /** As a playbook prints it. */
  public String line() {
    return "[" + id() + "] helpful=" + helpful + " harmful=" + harmful + " :: " + text;
  }

  /** Helpful more than 5 times, and harmful less than twice. */
  public boolean isHigh() {
    return helpful > HIGH_HELPFUL && harmful < HIGH_HARMFUL;
  }

  /** Harmful at least once, and at least as often as helpful. */
  public boolean isProblematic() {
    return harmful > 0 && harmful >= helpful;
  }

  /** Neither helpful nor harmful so far. */
  public boolean isUnused() {
    return helpful == 0 && harmful == 0;
  }

  Bullet tagged(Tag tag) {
    return switch (tag) {
      case HELPFUL -> new Bullet(slug, number, plus(helpful, 1), harmful, text);
      case HARMFUL -> new Bullet(slug, number, helpful, plus(harmful, 1), text);
      case NEUTRAL -> this;
    };
  }

  Bullet withText(String other) {
    return new Bullet(slug, number, helpful, harmful, other);
  }

  /** With another one's counts added. */
  Bullet joined(Bullet other) {
    return new Bullet(
        slug, number, plus(helpful, other.helpful), plus(harmful, other.harmful), text);
  }

  private static int plus(int one, int other) {
    return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
  }
}
