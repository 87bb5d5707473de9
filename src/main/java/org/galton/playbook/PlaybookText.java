package org.galton.playbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.spec.InvalidInput;

/**
 * Reads playbooks in the line format of ACE's release: {@code ## SECTION}, and below it {@code
 * [slug-00012] helpful=3 harmful=1 :: text}. Empty lines are passed over.
 */
public final class PlaybookText {
  /** Of a text, in characters. */
  public static final int LONGEST = 10_000_000;

  private static final int LONGEST_NAME = 200;
  private static final Pattern HEADING = Pattern.compile("##\\s+(\\S.*)");
  private static final Pattern BULLET =
      Pattern.compile(
          "\\[([a-z0-9][a-z0-9_]{0,31})-(\\d{5,9})\\]\\s+helpful=(\\d{1,9})\\s+harmful=(\\d{1,9})\\s+::\\s+(\\S.*)");

  private final String name;
  private final List<String> headings = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<List<Bullet>> bullets = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private int largest;

  private PlaybookText(String name) {
    this.name = name;
  }

  /**
   * @param name what messages call the text, such as its file
   * @throws InvalidInput at the first line that is no part of a playbook, with its number
   */
  public static Playbook parse(String text, String name) {
    if (text.length() > LONGEST) {
      throw new InvalidInput(
          "Cannot read playbook %s: it has %,d characters; expected at most %,d"
              .formatted(name, text.length(), LONGEST));
    }
    PlaybookText reading = new PlaybookText(name);
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      reading.line(lines[i].strip(), i + 1);
    }
    List<PlaybookSection> sections = new ArrayList<>();
    for (int i = 0; i < reading.headings.size(); i++) {
      sections.add(new PlaybookSection(reading.headings.get(i), reading.bullets.get(i)));
    }
    return new Playbook(sections, reading.largest + 1, new TreeSet<>());
  }

  private void line(String line, int number) {
    if (line.isEmpty()) {
      return;
    }
    Matcher heading = HEADING.matcher(line);
    Matcher bullet = BULLET.matcher(line);
    if (heading.matches()) {
      section(heading.group(1).strip(), number);
    } else if (!bullet.matches()) {
      throw problem(
          number,
          "'%s' is neither a section nor a bullet; expected '## SECTION' or '[slug-00001] helpful=0 harmful=0 :: text'"
              .formatted(shown(line)));
    } else if (headings.isEmpty()) {
      throw problem(
          number,
          "the bullet %s stands in no section; write '## SECTION' above it"
              .formatted(bullet.group(1) + "-" + bullet.group(2)));
    } else {
      bullet(bullet, number);
    }
  }

  private void section(String heading, int number) {
    if (heading.length() > LONGEST_NAME) {
      throw problem(
          number,
          "the section's name has %,d characters; expected at most %d"
              .formatted(heading.length(), LONGEST_NAME));
    }
    Integer first = places.putIfAbsent(SectionName.key(heading), number);
    if (first != null) {
      throw problem(
          number,
          "section '%s' stands on line %d already; expected each section once"
              .formatted(shown(heading), first));
    }
    headings.add(heading);
    bullets.add(new ArrayList<>());
  }

  private void bullet(Matcher found, int number) {
    String text = BulletText.clean(found.group(5));
    if (found.group(5).length() > BulletText.LONGEST) {
      throw problem(
          number,
          "the bullet's text has %,d characters; expected at most %,d"
              .formatted(found.group(5).length(), BulletText.LONGEST));
    }
    Bullet bullet =
        new Bullet(
            found.group(1),
            Integer.parseInt(found.group(2)),
            Integer.parseInt(found.group(3)),
            Integer.parseInt(found.group(4)),
            text);
    Integer first = numbers.putIfAbsent(bullet.number(), number);
    if (first != null) {
      throw problem(
          number,
          "number %05d is that of the bullet on line %d; expected every bullet of the playbook to have its own"
              .formatted(bullet.number(), first));
    }
    if (bullet.number() < 1 || text.isEmpty()) {
      throw problem(
          number, "expected a number from 00001 and a text, as in '[misc-00001] … :: text'");
    }
    largest = Math.max(largest, bullet.number());
    bullets.get(bullets.size() - 1).add(bullet);
  }

  private InvalidInput problem(int line, String what) {
    return new InvalidInput("Cannot read playbook %s line %d: %s".formatted(name, line, what));
  }

  private static String shown(String text) {
    String clean = BulletText.clean(text);
    return clean.length() > 60 ? clean.substring(0, 60) + "…" : clean;
  }
}
